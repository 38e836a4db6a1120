package signpost.api.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import signpost.api.demo.AdviserWork.Waiting;
import signpost.api.recommendations.EvaluationWorker;
import signpost.api.recommendations.TurnOfDay;
import signpost.api.rulebooks.BookInForce;
import signpost.api.schools.SchoolScope;
import signpost.api.students.Students;
import signpost.api.students.imports.Imports;
import signpost.api.terms.SchoolTerm;
import signpost.api.terms.TermCycle;
import signpost.api.terms.Terms;
import signpost.fixtures.cohort.SchoolCohort;

/** Plays the term before, which is opened, run, reviewed and closed, and this one up to yesterday, each step on its day. */
@Component
@Profile("demo")
class PastTerms {

    private static final LocalTime FIRST_BELL = LocalTime.of(8, 40);

    private final Imports imports;
    private final TurnOfDay turnOfDay;
    private final EvaluationWorker worker;
    private final Terms terms;
    private final TermCycle cycle;
    private final Students students;
    private final AdviserWork work;
    private final TermSoFar soFar;
    private final BookInForce book;
    private final SchoolScope scope;
    private final DemonstrationClock clock;
    private final TransactionTemplate transactions;

    PastTerms(
            Imports imports,
            TurnOfDay turnOfDay,
            EvaluationWorker worker,
            Terms terms,
            TermCycle cycle,
            Students students,
            AdviserWork work,
            TermSoFar soFar,
            BookInForce book,
            SchoolScope scope,
            DemonstrationClock clock,
            PlatformTransactionManager transactions) {
        this.imports = imports;
        this.turnOfDay = turnOfDay;
        this.worker = worker;
        this.terms = terms;
        this.cycle = cycle;
        this.students = students;
        this.work = work;
        this.soFar = soFar;
        this.book = book;
        this.scope = scope;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** @param staff of a school without students yet, which is the only one there is */
    void play(SchoolCohort cohort, DemonstrationStaff staff, LocalDate today) {
        Weeks weeks = Weeks.upTo(today);
        scope.within(staff.head().schoolId(), () -> {
            before(cohort, staff, weeks);
            upToYesterday(cohort, staff, weeks);
        });
    }

    private void before(SchoolCohort cohort, DemonstrationStaff staff, Weeks weeks) {
        begin(new ExportsThen(cohort, weeks.last(0.4), weeks.newYear() ? 1 : 0));
        Diary diary = new Diary(clock, transactions);
        List<LocalDate> days = Stream.of(0.42, 0.5, 0.6).map(weeks::last).toList();
        LocalDate end = weeks.last(1);
        soFar.note(diary, staff, TermSoFar.mixed(waiting(staff)), days, 6, weeks.last(0.9), end);
        diary.on(weeks.last(0.92), () -> step(staff, cycle::review));
        diary.on(end, () -> step(staff, cycle::close));
        diary.play();
    }

    private void upToYesterday(SchoolCohort cohort, DemonstrationStaff staff, Weeks weeks) {
        begin(new ExportsThen(cohort, weeks.now(0.04), 0));
        Diary diary = new Diary(clock, transactions);
        List<Waiting> waiting = waiting(staff);
        List<List<Waiting>> groups = TermSoFar.byIntervention(
                waiting.stream().filter(this::forGroups).toList());
        groups.stream().limit(2).forEach(group -> soFar.noteGroup(diary, staff, group, weeks.now(0.3), weeks.later()));
        List<LocalDate> days = Stream.of(0.08, 0.16, 0.28, 0.4, 0.55, 0.7, 0.85, 0.97)
                .map(weeks::now)
                .toList();
        soFar.note(diary, staff, TermSoFar.mixed(waiting), days, 5, weeks.ago(1), weeks.later());
        diary.play();
    }

    /** The MIS tells what there is to tell on the day, the calendar turns, and everybody is evaluated. */
    private void begin(ExportsThen then) {
        clock.at(then.day().atTime(FIRST_BELL).atZone(clock.getZone()).toInstant(), () -> {
            Stream.of(
                            then.students(),
                            then.cohort().export("attendance.csv").csv(),
                            then.cohort().export("ks4.csv").csv(),
                            then.interviews())
                    .forEach(csv -> imports.importNow(csv.getBytes(StandardCharsets.UTF_8), then.day(), false));
            turnOfDay.come();
            worker.work();
        });
    }

    private List<Waiting> waiting(DemonstrationStaff staff) {
        return work.waiting(staff.head().schoolId());
    }

    private boolean forGroups(Waiting one) {
        return book.recommender()
                .book()
                .catalogue()
                .intervention(one.intervention())
                .filter(intervention -> intervention.places() > 1)
                .isPresent();
    }

    /** A step of a term that a person takes. */
    private interface Step {
        boolean take(UUID school, SchoolTerm term, Optional<UUID> by);
    }

    private void step(DemonstrationStaff staff, Step step) {
        UUID school = staff.head().schoolId();
        transactions.executeWithoutResult(status -> {
            students.lock(students.all());
            step.take(
                    school,
                    terms.on(school, LocalDate.now(clock)),
                    Optional.of(staff.head().staffId()));
        });
    }
}
