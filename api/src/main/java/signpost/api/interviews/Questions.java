package signpost.api.interviews;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import signpost.api.pages.Capital;
import signpost.api.recommendations.Sight;
import signpost.api.rulebooks.BookInForce;
import signpost.api.schools.StaffMember;
import signpost.engine.profile.Fact;
import signpost.engine.profile.Profile;
import signpost.engine.rulebook.RuleBook;
import signpost.engine.vocabulary.Attribute;
import signpost.engine.vocabulary.Dates;

/**
 * What an interview asks: everything the vocabulary in force has in its files on plans, knowledge and barriers, so that a
 * school that adds an attribute there has it in the form. Nobody is asked to record what they may not see.
 */
@Component
class Questions {

    private static final Map<String, String> TITLES = Map.of(
            "plans", "Plans",
            "knowledge", "What the student knows",
            "barriers", "What stands in the way");

    private static final Set<String> IN_TUTOR_TIME = Set.of("plan_state", "sectors");

    private final BookInForce book;

    Questions(BookInForce book) {
        this.book = book;
    }

    /** All there is to ask, section by section, with what this profile says of it and the student named then. */
    List<Question.Section> of(Profile before, OwnWords named, StaffMember person) {
        RuleBook rules = book.recommender().book();
        Sight sight = Sight.of(person, rules);
        Map<String, List<Attribute>> topics = rules.vocabulary().byTopic();
        return List.of("plans", "knowledge", "barriers").stream()
                .filter(topics::containsKey)
                .map(topic -> new Question.Section(
                        topic,
                        TITLES.getOrDefault(topic, topic),
                        topics.getOrDefault(topic, List.of()).stream()
                                .filter(attribute -> attribute.workedOut().isEmpty() && sight.sees(attribute))
                                .map(attribute ->
                                        new Question(attribute, said(attribute, before.fact(attribute.key()), named)))
                                .toList()))
                .filter(section -> !section.questions().isEmpty())
                .toList();
    }

    /** The same without headings and what was said before. */
    List<Question> all(StaffMember person) {
        return of(new Profile("", Map.of()), new OwnWords(Map.of()), person).stream()
                .flatMap(section -> section.questions().stream())
                .toList();
    }

    /** What a whole group is asked in one sitting: all about knowledge, the plan and the sectors. */
    List<Question> inTutorTime(StaffMember person) {
        return of(new Profile("", Map.of()), new OwnWords(Map.of()), person).stream()
                .flatMap(section -> section.questions().stream()
                        .filter(question ->
                                section.key().equals("knowledge") || IN_TUTOR_TIME.contains(question.key())))
                .toList();
    }

    /** {@code Applied, from a guidance interview, 21 October 2026}. */
    private static String said(Attribute attribute, Fact fact, OwnWords named) {
        if (!(fact instanceof Fact.Known known)) {
            return "";
        }
        String words = named.of(attribute, known.value(), known.confirmedOn());
        return Capital.first(words) + ", from " + known.source().words() + ", " + Dates.words(known.confirmedOn());
    }
}
