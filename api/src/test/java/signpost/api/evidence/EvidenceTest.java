package signpost.api.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.testing.TestStudents.WEAK_MATHS;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import signpost.api.decisions.Answer;
import signpost.api.decisions.Decider;
import signpost.api.decisions.Deciding;
import signpost.api.decisions.Decision;
import signpost.api.decisions.Feedback;
import signpost.api.decisions.Undoing;
import signpost.api.recommendations.OneSchool;
import signpost.api.recommendations.Recommendation;
import signpost.api.recommendations.Recommendations;
import signpost.api.recommendations.Showings;
import signpost.api.schools.Role;
import signpost.api.schools.StaffMember;
import signpost.api.terms.Terms;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestSchools;
import signpost.api.testing.TestStudents;
import signpost.engine.catalogue.OverrideReason;

/** What came of suggestions, counted by rule and by person. */
@SignpostTest
class EvidenceTest {

    @Autowired
    TestSchools schools;

    @Autowired
    TestStudents students;

    @Autowired
    Tallies tallies;

    @Autowired
    Showings showings;

    @Autowired
    Deciding deciding;

    @Autowired
    Undoing undoing;

    @Autowired
    Recommendations recommendations;

    @Autowired
    Terms terms;

    @Autowired
    OneSchool one;

    @Autowired
    Clock clock;

    private TestSchools.TestSchool school;
    private StaffMember adviser;
    private UUID term;
    private final List<UUID> who = new ArrayList<>();

    @BeforeEach
    void sevenStudentsWithWeakMaths() {
        school = schools.school();
        adviser = person();
        for (int at = 1; at <= 7; at++) {
            who.add(students.enrol(school.id(), "A" + at, WEAK_MATHS));
        }
        term = in(() -> terms.on(school.id(), LocalDate.now(clock)).id());
    }

    @Test
    void everySuggestionIsCountedOnceByWhatCameOfIt() {
        who.subList(0, 6).forEach(this::show);
        who.subList(0, 3).forEach(student -> decide(student, "accepted", "", true));
        decide(who.get(3), "overridden", "NOT-NOW", false);
        decide(who.get(4), "overridden", "NO-CAPACITY", false);
        students.endTermYesterday(school.id());
        one.turns(school.id());

        Tallied rule = ofRule();
        assertThat(rule.suggested()).isEqualTo(7);
        assertThat(rule.accepted()).isEqualTo(3);
        assertThat(rule.overridden()).isEqualTo(Map.of("NOT-NOW", 1, "NO-CAPACITY", 1));
        assertThat(rule.ignored()).isEqualTo(1);
        assertThat(rule.notShown()).isEqualTo(1);
        assertThat(rule.open()).isZero();
        assertThat(rule.bulkWords()).contains("60%");
        assertThat(rule.medianWords()).isPresent();
    }

    @Test
    void aMedianOfFewerThanFiveIsNotTold() {
        who.subList(0, 4).forEach(this::show);
        who.subList(0, 4).forEach(student -> decide(student, "accepted", "", false));

        assertThat(ofRule().timed()).isEqualTo(4);
        assertThat(ofRule().medianWords()).isEmpty();

        decide(who.get(4), "accepted", "", false);
        assertThat(ofRule().timed()).as("its reasons were never opened").isEqualTo(4);
    }

    @Test
    void whatWasUndoneDoesNotCount() {
        show(who.get(0));
        Decision made = decide(who.get(0), "accepted", "", false);
        in(() -> undoing.undo(school.id(), made.recommendation(), Optional.of(made.id()), decider(adviser)));

        assertThat(ofRule().decided()).isZero();
        assertThat(ofRule().open()).isEqualTo(1);
    }

    @Test
    void aPersonAnswersForWhatTheySawAndNobodyElseDecided() {
        StaffMember other = person();
        show(who.get(0));
        students.in(school.id(), () -> showings.shown(other, List.of(maths(who.get(0)))));
        decide(who.get(0), "accepted", "", false);
        students.in(school.id(), () -> showings.shown(other, List.of(maths(who.get(1)))));

        List<Tallied> people = in(() -> tallies.ofPeople(school.id(), term));
        assertThat(people).extracting(Tallied::suggested).containsExactlyInAnyOrder(1, 1);
        assertThat(people).extracting(Tallied::accepted).containsExactlyInAnyOrder(1, 0);
        assertThat(people).extracting(Tallied::open).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void anotherSchoolsDecisionsAreNotCounted() {
        decide(who.get(0), "accepted", "", false);
        TestSchools.TestSchool foreign = schools.school();

        assertThat(schools.scope().within(foreign.id(), () -> tallies.ofRules(school.id(), term)))
                .isEmpty();
    }

    @Test
    void noNameRunsAsAFormulaInTheFile() {
        var line = new Tallied(
                "=HYPERLINK(\"http://x\")", 1, 1, Map.of("OTHER", 2), 0, 0, 0, 0, 0, 1, 0, 0, OptionalLong.of(3));

        String csv =
                EvidenceCsv.of("person", List.of(line), List.of(new OverrideReason("OTHER", "x", false, "", false)));

        assertThat(csv.lines().toList().get(0)).startsWith("person,suggested,accepted,overridden,overridden_OTHER,");
        assertThat(csv.lines().toList().get(1)).startsWith("\"'=HYPERLINK(").endsWith(",0,");
    }

    @Test
    void aMedianReadsAsAPersonSaysIt() {
        assertThat(median(40)).contains("40 s");
        assertThat(median(125)).contains("2 min");
        assertThat(median(5_500)).contains("2 h");
    }

    private static Optional<String> median(long seconds) {
        return new Tallied("x", 5, 5, Map.of(), 0, 0, 0, 0, 0, 5, 0, 5, OptionalLong.of(seconds)).medianWords();
    }

    private Tallied ofRule() {
        String rule = maths(who.get(6)).shown().reasons().get(0).rule();
        return in(() -> tallies.ofRules(school.id(), term)).stream()
                .filter(line -> line.name().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private void show(UUID student) {
        students.in(school.id(), () -> showings.shown(adviser, List.of(maths(student))));
    }

    private Decision decide(UUID student, String outcome, String reason, boolean bulk) {
        var feedback = new Feedback(
                outcome,
                Optional.empty(),
                reason.isEmpty() ? Optional.empty() : Optional.of(reason),
                "",
                Optional.empty(),
                Optional.empty(),
                decider(adviser),
                Optional.empty(),
                bulk);
        var answer = in(() -> deciding.decide(school.id(), maths(student).id(), feedback));
        return ((Answer.Recorded) answer).decision();
    }

    private static Decider decider(StaffMember person) {
        return new Decider(person.displayName(), Optional.of(person.staffId()), Optional.empty());
    }

    private Recommendation maths(UUID student) {
        return in(() -> recommendations.ofStudents(school.id(), List.of(student)).get(student).stream()
                .filter(made -> made.intervention().equals("MAT-01"))
                .min(java.util.Comparator.comparing(Recommendation::raisedAt))
                .orElseThrow());
    }

    private StaffMember person() {
        var added = school.person(Role.ADVISER);
        return new StaffMember(
                added.accountId(),
                added.staffId(),
                added.displayName(),
                school.id(),
                school.name(),
                Set.of(Role.ADVISER));
    }

    private <T> T in(Supplier<T> work) {
        return schools.scope().within(school.id(), work);
    }
}
