package signpost.api.summaries;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.interviews.AgreedAction;
import signpost.api.interviews.AgreedActions;
import signpost.api.interviews.Interview;
import signpost.api.interviews.Interviews;
import signpost.api.interviews.OwnWords;
import signpost.api.interviews.WordsTaken;
import signpost.api.recommendations.Recommendation;
import signpost.api.recommendations.Recommendations;
import signpost.api.recommendations.Sight;
import signpost.api.recommendations.State;
import signpost.api.rulebooks.BookInForce;
import signpost.api.schools.StaffMember;
import signpost.api.students.Profiles;
import signpost.api.students.Student;
import signpost.api.students.Students;
import signpost.engine.profile.Fact;
import signpost.engine.profile.Profile;
import signpost.engine.profile.Value;
import signpost.engine.rulebook.RuleBook;
import signpost.engine.vocabulary.Attribute;
import signpost.engine.vocabulary.Dates;
import signpost.engine.vocabulary.ValueWords;

/**
 * Writes the page that a student is handed. No flag, score, reason or note is on it, and nothing that is special-category
 * data or rests on it unless whoever hands it over says so: the page may lie open on a bus.
 */
@Service
class SummaryWriting {

    private static final String PLANS = "plans";

    private final Students students;
    private final Profiles profiles;
    private final Interviews interviews;
    private final WordsTaken words;
    private final AgreedActions actions;
    private final Recommendations recommendations;
    private final BookInForce book;
    private final Clock clock;

    SummaryWriting(
            Students students,
            Profiles profiles,
            Interviews interviews,
            WordsTaken words,
            AgreedActions actions,
            Recommendations recommendations,
            BookInForce book,
            Clock clock) {
        this.students = students;
        this.profiles = profiles;
        this.interviews = interviews;
        this.words = words;
        this.actions = actions;
        this.recommendations = recommendations;
        this.book = book;
        this.clock = clock;
    }

    /**
     * Writes the summary of a student of this school.
     *
     * @param special whether special-category data may be on it
     */
    @Transactional(readOnly = true)
    public Optional<Summary> of(UUID id, StaffMember person, boolean special) {
        return students.byId(id).map(student -> write(student, person, special));
    }

    private Summary write(Student student, StaffMember person, boolean special) {
        RuleBook rules = book.recommender().book();
        Sight sight = special ? Sight.of(person, rules) : Sight.withoutSpecialCategory(rules);
        Profile profile = profiles.of(List.of(student.id())).getOrDefault(student.id(), new Profile("", Map.of()));
        Optional<Interview> last = interviews.of(List.of(student.id())).stream().findFirst();
        List<Recommendation> planned = recommendations
                .ofStudents(person.schoolId(), List.of(student.id()), List.of(State.ACCEPTED))
                .getOrDefault(student.id(), List.of());
        return new Summary(
                student.name(),
                person.schoolName(),
                Dates.words(LocalDate.now(clock)),
                last.map(one -> "We last spoke with you on " + Dates.words(one.heldOn()) + ".")
                        .orElse(""),
                plan(rules, profile, sight),
                last.map(one -> said(rules, one, words.of(student.id()), sight)).orElse(List.of()),
                actions.of(List.of(student.id())).stream()
                        // What staff agreed among themselves is not what was agreed with the student.
                        .filter(action -> action.open() && action.interview().isPresent())
                        .map(SummaryWriting::agreed)
                        .toList(),
                planned.stream()
                        .filter(one -> sight.sees(one.shown()))
                        .map(one -> new Summary.Help(title(rules, one), "by " + Dates.words(one.due())))
                        .toList(),
                planned.stream().anyMatch(one -> !sight.sees(one.shown())));
    }

    private static List<Summary.Line> plan(RuleBook rules, Profile profile, Sight sight) {
        return plans(rules).stream()
                .filter(attribute -> sight.sees(attribute) && profile.fact(attribute.key()) instanceof Fact.Known)
                .map(attribute -> line(attribute, ((Fact.Known) profile.fact(attribute.key())).value()))
                .toList();
    }

    private static List<Summary.Line> said(RuleBook rules, Interview last, OwnWords named, Sight sight) {
        List<Attribute> plans = plans(rules);
        return rules.vocabulary().attributes().stream()
                .filter(attribute -> sight.sees(attribute) && !plans.contains(attribute))
                .flatMap(attribute -> Stream.ofNullable(last.answers().get(attribute.key()))
                        .map(value -> new Summary.Line(
                                attribute.titleToStudent(), named.of(attribute, value, last.heldOn()))))
                .toList();
    }

    private static List<Attribute> plans(RuleBook rules) {
        return rules.vocabulary().byTopic().getOrDefault(PLANS, List.of());
    }

    private static Summary.Line line(Attribute attribute, Value value) {
        return new Summary.Line(attribute.titleToStudent(), ValueWords.of(attribute, value));
    }

    private static Summary.Agreed agreed(AgreedAction action) {
        return new Summary.Agreed(
                action.what(),
                action.who().equalsIgnoreCase("student") ? "You" : action.who(),
                action.by().map(day -> "by " + Dates.words(day)).orElse(""));
    }

    private static String title(RuleBook rules, Recommendation one) {
        return rules.catalogue().title(one.intervention());
    }
}
