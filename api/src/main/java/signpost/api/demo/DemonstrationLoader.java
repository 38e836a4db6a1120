package signpost.api.demo;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import signpost.api.recommendations.EvaluationWorker;
import signpost.api.recommendations.TurnOfDay;
import signpost.api.schools.SchoolScope;
import signpost.api.students.imports.Imports;
import signpost.fixtures.cohort.Region;
import signpost.fixtures.cohort.SchoolCohort;

/** Loads the pilot region through the doors a school uses: staff, token, imports, evaluation; of its first school, a term and a half. */
@Component
@Profile("demo")
class DemonstrationLoader {

    private static final Logger LOG = LoggerFactory.getLogger(DemonstrationLoader.class);
    private static final long SEED = 2026;
    private static final List<String> FILES = List.of("students.csv", "attendance.csv", "ks4.csv", "interviews.csv");

    private final Demonstration demonstration;
    private final DemonstrationAccounts accounts;
    private final SchoolScope scope;
    private final Imports imports;
    private final TurnOfDay turnOfDay;
    private final EvaluationWorker worker;
    private final PastTerms past;
    private final Scheduler scheduler;
    private final Clock clock;
    private final boolean rehearsal;

    DemonstrationLoader(
            Demonstration demonstration,
            DemonstrationAccounts accounts,
            SchoolScope scope,
            Imports imports,
            TurnOfDay turnOfDay,
            EvaluationWorker worker,
            PastTerms past,
            Scheduler scheduler,
            Clock clock,
            @Value("${signpost.demo.rehearse:false}") boolean rehearsal) {
        this.demonstration = demonstration;
        this.accounts = accounts;
        this.scope = scope;
        this.imports = imports;
        this.turnOfDay = turnOfDay;
        this.worker = worker;
        this.past = past;
        this.scheduler = scheduler;
        this.clock = clock;
        this.rehearsal = rehearsal;
    }

    /**
     * Loads the first school and everybody's accounts; nothing twice: a start cut off in the middle is made whole by the next.
     *
     * @return whether the rest is still to be loaded
     */
    boolean load() {
        var mark = demonstration.mark();
        if (mark.isPresent() && mark.get().loaded()) {
            return false;
        }
        if (mark.isEmpty()) {
            demonstration.begin("");
        }
        LocalDate today = LocalDate.now(clock);
        List<SchoolCohort> region = Region.pilot(SEED, today).schools();
        SchoolCohort first = region.get(0);
        Optional<DemonstrationStaff> without =
                DemonstrationStaff.of(accounts.people(accounts.school(first), first.name(), true));
        // A build that only collects classes has no use for its weeks.
        without.filter(staff -> !rehearsal).ifPresent(staff -> past(first, staff, today));
        students(first);
        region.stream().skip(1).forEach(cohort -> accounts.people(accounts.school(cohort), cohort.name(), false));
        return true;
    }

    /** Loads the other schools' students; what was loaded before is left alone. */
    void loadRest() {
        Region.pilot(SEED, LocalDate.now(clock)).schools().stream().skip(1).forEach(this::students);
    }

    /** Nothing more is to be loaded at the next start. */
    void end() {
        demonstration.end(clock.instant());
    }

    /** Jobs wait meanwhile: for them it is today. */
    private void past(SchoolCohort cohort, DemonstrationStaff staff, LocalDate today) {
        LOG.info("The first start plays a term of an invented school, which takes about half a minute");
        scheduler.pause();
        try {
            past.play(cohort, staff, today);
        } catch (RuntimeException failure) {
            LOG.warn("The demonstration begins without some of its earlier weeks", failure);
        } finally {
            scheduler.resume();
        }
    }

    private void students(SchoolCohort cohort) {
        scope.within(accounts.school(cohort), () -> files(cohort));
        turnOfDay.come();
        worker.work();
    }

    private void files(SchoolCohort cohort) {
        for (String file : FILES) {
            var export = cohort.export(file);
            var report = imports.importNow(export.csv().getBytes(StandardCharsets.UTF_8), export.asOf(), false)
                    .report();
            LOG.info("Demonstration, {}: {} rows taken, {} handed back", file, report.accepted(), report.refused());
        }
    }
}
