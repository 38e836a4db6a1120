package signpost.api.meetings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.interviews.AgreedAction;
import signpost.api.interviews.AgreedActions;
import signpost.api.recommendations.Recommendation;
import signpost.api.recommendations.Recommendations;
import signpost.api.recommendations.Sight;
import signpost.api.recommendations.State;
import signpost.api.rulebooks.BookInForce;
import signpost.api.schools.StaffMember;
import signpost.engine.catalogue.Catalogue;
import signpost.engine.catalogue.Intervention;
import signpost.engine.evaluation.Judgement;
import signpost.engine.vocabulary.Dates;

/** Makes the list of a meeting, with as much as the person who asks may see. */
@Service
@Transactional(readOnly = true)
class MeetingLines {

    /** As many as a meeting can talk about. */
    static final int MOST = 60;

    private final MeetingStudents students;
    private final Recommendations recommendations;
    private final AgreedActions agreed;
    private final BookInForce book;

    MeetingLines(MeetingStudents students, Recommendations recommendations, AgreedActions agreed, BookInForce book) {
        this.students = students;
        this.recommendations = recommendations;
        this.agreed = agreed;
        this.book = book;
    }

    /** One more than {@link #MOST} says that there are more. */
    List<Line> of(StaffMember person, Chosen chosen) {
        Sight sight = Sight.of(person, book.recommender().book());
        Chosen seen = chosen.seeing(sight::seesEveryReasonOf);
        if (!seen.any()) {
            return List.of();
        }
        List<MeetingStudents.Row> rows = students.of(person.schoolId(), seen, MOST + 1);
        List<UUID> ids = rows.stream().map(MeetingStudents.Row::id).toList();
        Map<UUID, List<Recommendation>> accepted =
                recommendations.ofStudents(person.schoolId(), ids, List.of(State.ACCEPTED));
        Map<UUID, List<AgreedAction>> promised = agreed.of(ids).stream()
                .filter(AgreedAction::open)
                .collect(Collectors.groupingBy(AgreedAction::student));
        Catalogue catalogue = book.recommender().book().catalogue();
        return rows.stream()
                .map(row -> line(row, actions(row.id(), promised, accepted, sight, catalogue), sight))
                .toList();
    }

    /** What there is to choose by, without flags that this person may not look for. */
    MeetingStudents.Choices choices(StaffMember person) {
        Sight sight = Sight.of(person, book.recommender().book());
        MeetingStudents.Choices all = students.choices(person.schoolId());
        return new MeetingStudents.Choices(
                all.years(),
                all.groups(),
                all.flags().stream().filter(sight::seesEveryReasonOf).toList());
    }

    /** What was agreed, then what was accepted and is still to be delivered. */
    private static List<Line.Action> actions(
            UUID student,
            Map<UUID, List<AgreedAction>> promised,
            Map<UUID, List<Recommendation>> accepted,
            Sight sight,
            Catalogue catalogue) {
        List<Line.Action> actions = new ArrayList<>();
        promised.getOrDefault(student, List.of())
                .forEach(one -> actions.add(new Line.Action(
                        one.what(), one.who(), one.by().map(Dates::words).orElse(""))));
        accepted.getOrDefault(student, List.of()).stream()
                .filter(one -> sight.sees(one.shown()))
                .map(one -> action(one, catalogue))
                .forEach(actions::add);
        return actions;
    }

    private static Line line(MeetingStudents.Row row, List<Line.Action> actions, Sight sight) {
        List<Judgement.RaisedFlag> seen =
                row.flags().stream().filter(sight::sees).toList();
        return new Line(
                row.id(),
                row.name(),
                String.join(
                        ", ",
                        Stream.of(
                                        row.year().map(year -> "Year " + year).orElse("Year not known"),
                                        row.group().orElse(""))
                                .filter(word -> !word.isEmpty())
                                .toList()),
                seen.stream()
                        .map(flag -> flag.flag() + " (" + flag.severity().words() + ")")
                        .toList(),
                row.flags().size() - seen.size(),
                actions);
    }

    private static Line.Action action(Recommendation one, Catalogue catalogue) {
        String title = catalogue.title(one.intervention());
        return new Line.Action(
                one.occurrence().isEmpty() ? title : title + " (" + one.occurrence() + ")",
                catalogue
                        .intervention(one.intervention())
                        .map(Intervention::deliveredBy)
                        .orElse(""),
                Dates.words(one.due()));
    }
}
