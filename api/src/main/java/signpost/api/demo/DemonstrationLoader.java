package signpost.api.demo;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import signpost.api.recommendations.EvaluationWorker;
import signpost.api.recommendations.TurnOfDay;
import signpost.api.schools.SchoolScope;
import signpost.api.schools.Schools;
import signpost.api.schools.Scope;
import signpost.api.students.imports.Imports;
import signpost.fixtures.cohort.Region;
import signpost.fixtures.cohort.SchoolCohort;

/** Loads the pilot region through the doors a school uses: staff, token, imports, evaluation. */
@Component
@Profile("demo")
class DemonstrationLoader {

    /** Everybody's password in the demonstration. */
    static final String PASSWORD = "signpost-demo";

    private static final Logger LOG = LoggerFactory.getLogger(DemonstrationLoader.class);
    private static final long SEED = 2026;
    private static final List<String> FILES = List.of("students.csv", "attendance.csv", "ks4.csv", "interviews.csv");

    private final Demonstration demonstration;
    private final Schools schools;
    private final SchoolScope scope;
    private final Imports imports;
    private final TurnOfDay turnOfDay;
    private final EvaluationWorker worker;
    private final Clock clock;

    DemonstrationLoader(
            Demonstration demonstration,
            Schools schools,
            SchoolScope scope,
            Imports imports,
            TurnOfDay turnOfDay,
            EvaluationWorker worker,
            Clock clock) {
        this.demonstration = demonstration;
        this.schools = schools;
        this.scope = scope;
        this.imports = imports;
        this.turnOfDay = turnOfDay;
        this.worker = worker;
        this.clock = clock;
    }

    /** Loads what is missing, and nothing twice: a start cut off in the middle is made whole by the next. */
    void load() {
        var mark = demonstration.mark();
        if (mark.isPresent() && mark.get().loaded()) {
            return;
        }
        if (mark.isEmpty()) {
            demonstration.begin("");
        }
        LocalDate today = LocalDate.now(clock);
        List<SchoolCohort> region = Region.pilot(SEED, today).schools();
        for (SchoolCohort cohort : region) {
            UUID school = school(cohort);
            people(school, cohort.name(), cohort.equals(region.get(0)));
            scope.within(school, () -> students(cohort));
        }
        turnOfDay.come();
        worker.work();
        demonstration.end(clock.instant());
    }

    private UUID school(SchoolCohort cohort) {
        return schools.byUrn(cohort.urn())
                .map(Schools.Found::id)
                .orElseGet(() -> schools.add(cohort.name(), cohort.urn(), cohort.laestab()));
    }

    private void people(UUID school, String name, boolean first) {
        List<String> known =
                schools.staff(school).stream().map(Schools.Member::displayName).toList();
        for (DemonstrationLogin login : DemonstrationLogin.values()) {
            if ((first || login.everySchool()) && !known.contains(login.title(name))) {
                schools.addStaff(school, login.username(name), login.title(name), Set.of(login.role()), PASSWORD);
            }
        }
        if (first) {
            demonstration.setToken(schools.issueToken(school, "Demonstration MIS", EnumSet.allOf(Scope.class), null)
                    .secret());
        }
    }

    private void students(SchoolCohort cohort) {
        for (String file : FILES) {
            var export = cohort.export(file);
            var report = imports.importNow(export.csv().getBytes(StandardCharsets.UTF_8), export.asOf(), false)
                    .report();
            LOG.info("Demonstration, {}: {} rows taken, {} handed back", file, report.accepted(), report.refused());
        }
    }
}
