package signpost.api.home;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.missed.Missed;
import signpost.api.missed.MissedHelp;
import signpost.api.recommendations.Recommendation;
import signpost.api.recommendations.Recommendations;
import signpost.api.recommendations.Sight;
import signpost.api.rulebooks.BookInForce;
import signpost.api.schools.StaffMember;
import signpost.api.students.Student;
import signpost.api.students.Students;
import signpost.engine.catalogue.Intervention;
import signpost.engine.rulebook.RuleBook;
import signpost.engine.vocabulary.Dates;

/** Help that students of a tutor's groups did not attend, and that an adviser referred to the tutor. */
@Service
class Referrals {

    private static final int MOST = 200;

    private final MissedHelp missed;
    private final Recommendations recommendations;
    private final Students students;
    private final BookInForce book;

    Referrals(MissedHelp missed, Recommendations recommendations, Students students, BookInForce book) {
        this.missed = missed;
        this.recommendations = recommendations;
        this.students = students;
        this.book = book;
    }

    /** The first few, not attended longest ago. What help it was is left out where it would tell what a tutor may not see. */
    @Transactional(readOnly = true)
    Few to(StaffMember person, int most) {
        List<Missed> all = missed.referredTo(person.schoolId(), person.staffId(), MOST);
        List<Missed> first = all.stream().limit(most).toList();
        Map<UUID, Student> names =
                students.byIds(first.stream().map(Missed::student).toList());
        Map<UUID, Recommendation> about = recommendations.findAll(
                person.schoolId(), first.stream().map(Missed::recommendation).toList());
        RuleBook rules = book.recommender().book();
        Sight sight = Sight.of(person, rules);
        return new Few(
                first.stream()
                        .map(one -> new Few.One(
                                one.student(),
                                Objects.requireNonNull(names.get(one.student())).name(),
                                help(rules, sight, one, Optional.ofNullable(about.get(one.recommendation())))
                                        + one.words().toLowerCase(java.util.Locale.UK) + ", last on "
                                        + Dates.words(one.lastOn())
                                        + (one.by().isEmpty() ? "" : "; referred by " + one.by())))
                        .toList(),
                all.size());
    }

    private static String help(RuleBook rules, Sight sight, Missed one, Optional<Recommendation> about) {
        return about.filter(found -> sight.sees(found.shown()))
                .flatMap(found -> rules.catalogue().intervention(one.intervention()))
                .map(Intervention::title)
                .map(title -> title + ": ")
                .orElse("Help restricted to careers advisers: ");
    }
}
