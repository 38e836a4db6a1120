package signpost.api.interviews;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import signpost.api.pages.Mistake;
import signpost.api.recommendations.Sight;
import signpost.api.rulebooks.BookInForce;
import signpost.api.schools.Role;
import signpost.api.schools.StaffMember;
import signpost.api.students.Profiles;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestSchools;
import signpost.api.testing.TestStudents;
import signpost.engine.profile.Profile;

/** An interview that a person takes down: kept whole, never over somebody else's words. */
@SignpostTest
class RecordingTest {

    private static final LocalDate TODAY = LocalDate.now();

    @Autowired
    TestSchools schools;

    @Autowired
    TestStudents students;

    @Autowired
    Recording recording;

    @Autowired
    Drafts drafts;

    @Autowired
    InterviewViews views;

    @Autowired
    AgreedActions actions;

    @Autowired
    Profiles profiles;

    @Autowired
    Snapshots snapshots;

    @Autowired
    BookInForce book;

    @Autowired
    JdbcClient sql;

    private TestSchools.TestSchool school;
    private StaffMember adviser;
    private UUID student;

    @BeforeEach
    void aStudent() {
        school = schools.school();
        adviser = staff(Role.ADVISER);
        student = students.enrol(school.id(), "A1", Map.of("nc_year", "11", "enrol_status", "C"));
    }

    @Test
    void whatWasSaidIsKnownAtOnceAndWhatFollowsIsShown() {
        var saved = save(
                adviser,
                open(adviser)
                        .with("q.plan_state", "none")
                        .with("q.sectors", "Health\nLogistics")
                        .with("q.barriers", "finance", "geography")
                        .with("present", "Her mother")
                        .with("action-1-what", "Visit the college")
                        .with("action-1-who", "Student")
                        .with("action-1-by", "4/12/2026"));

        assertThat(known("plan_state")).isEqualTo("none");
        assertThat(known("sectors")).isEqualTo("Health;Logistics");
        assertThat(known("barriers")).isEqualTo("finance;geography");
        var changes =
                in(() -> Changes.between(saved.before(), snapshots.of(student), rules(), Sight.of(adviser, rules())));
        assertThat(changes.facts()).contains("Post-16 plan: no plan (was: not known)");
        assertThat(changes.raised()).isNotEmpty();
        assertThat(changes.suggested()).isNotEmpty();
        assertThat(changes.waits()).isFalse();
        assertThat(in(() -> actions.open())).singleElement().satisfies(action -> {
            assertThat(action.what()).isEqualTo("Visit the college");
            assertThat(action.by()).contains(LocalDate.of(2026, 12, 4));
        });
        var seen = in(() -> views.find(student, saved.interview(), adviser)).orElseThrow();
        assertThat(seen.present()).isEqualTo("Her mother");
        assertThat(seen.by()).isEqualTo(adviser.displayName());
    }

    @Test
    void somethingElseHasTheStudentsOwnWordsForThoseWhoMaySeeIt() {
        var tutor = staff(Role.TUTOR);
        var kind = InterviewKind.TUTOR;
        save(
                adviser,
                kind,
                open(adviser, kind).with("q.barriers", "teaching_style").with("w.barriers", "The bus stops at five"));

        assertThat(known("barriers")).isEqualTo("other;teaching_style");
        assertThat(views(adviser).get(0).answers())
                .extracting(InterviewView.Said::words)
                .containsExactly("teaching style, something else: “The bus stops at five”");
        assertThat(views(tutor).get(0).answers())
                .extracting(InterviewView.Said::words)
                .containsExactly(Sight.RESTRICTED);
        assertThat(open(tutor, kind).typed()).doesNotContainKeys("q.barriers", "w.barriers");
        save(tutor, kind, open(tutor, kind).with("q.plan_state", "applied").with("w.barriers", "Guessed"));
        assertThat(open(adviser, kind).named("barriers")).isEqualTo("The bus stops at five");

        var tooLong = (Recording.Outcome.NotYet) in(() -> recording.save(
                new Recording.About(adviser, student, kind), open(adviser, kind).with("w.barriers", "x".repeat(201))));
        assertThat(tooLong.mistakes().all()).extracting(Mistake::field).containsExactly("w.barriers");
        save(adviser, kind, open(adviser, kind).with("q.barriers", "finance").with("w.barriers", ""));
        assertThat(known("barriers")).isEqualTo("finance");
        assertThat(open(adviser, kind).named("barriers")).isEmpty();
    }

    @Test
    void applicationsStandInTheOrderOfTheirChoice() {
        save(adviser, open(adviser).with("q.applications", "Riverside College\nAshdown Sixth Form"));
        assertThat(known("applications")).isEqualTo("Riverside College;Ashdown Sixth Form");

        save(adviser, open(adviser).with("q.applications", "Ashdown Sixth Form\nRiverside College"));
        assertThat(known("applications")).isEqualTo("Ashdown Sixth Form;Riverside College");
    }

    @Test
    void sayingTheSameAgainIsNewsToNobody() {
        save(
                adviser,
                open(adviser)
                        .with("q.plan_state", "none")
                        .with("present", "Her mother")
                        .with("q.sectors", "?"));
        var begun = open(adviser);
        save(adviser, open(adviser));

        save(adviser, begun.with("q.applications", "none"));
        assertThat(known("applications")).isEqualTo("none");
    }

    @Test
    void whoTickedAnActionFirstStands() {
        save(adviser, open(adviser).with("action-1-what", "Visit the college").with("action-1-who", "Student"));
        UUID action = in(() -> actions.open()).get(0).id();
        StaffMember other = staff(Role.ADVISER);

        assertThat(in(() -> actions.done(student, action, true, adviser.staffId())))
                .isTrue();
        Map<String, Object> first = kept(action);
        assertThat(in(() -> actions.done(student, action, true, other.staffId())))
                .isTrue();
        assertThat(kept(action)).isEqualTo(first).containsEntry("done_by", adviser.staffId());

        save(other, open(other).with("q.plan_state", "none"));
        assertThat(kept(action)).as("saved with what was not changed").isEqualTo(first);
        in(() -> actions.done(student, action, false, other.staffId()));
        assertThat(kept(action)).containsEntry("done_by", null).containsEntry("done_on", null);
        assertThat(in(() -> actions.done(student, UUID.randomUUID(), true, other.staffId())))
                .isFalse();
    }

    private Map<String, Object> kept(UUID action) {
        Map<String, Object> row = new HashMap<>();
        students.in(
                school.id(),
                () -> row.putAll(sql.sql("select done_on, done_by, updated_at from agreed_actions where id = :id")
                        .param("id", action)
                        .query()
                        .singleRow()));
        return row;
    }

    @Test
    void whatClearsAFlagIsSaidToo() {
        var first = save(adviser, open(adviser).with("q.plan_state", "none"));
        var second = save(adviser, open(adviser).with("q.plan_state", "accepted"));

        var raised = in(() -> Changes.between(first.before(), second.before(), rules(), Sight.of(adviser, rules())));
        var cleared =
                in(() -> Changes.between(second.before(), snapshots.of(student), rules(), Sight.of(adviser, rules())));
        assertThat(cleared.cleared()).isNotEmpty().isSubsetOf(raised.raised());
        assertThat(cleared.facts()).contains("Post-16 plan: offer accepted (was: no plan)");
        assertThat(second.interview()).as("one of a kind a day").isEqualTo(first.interview());
    }

    @Test
    void notSureIsNeitherAnAnswerNorANo() {
        students.tell(school.id(), student, Map.of("plan_state", "ideas"));
        var saved = save(adviser, open(adviser).with("q.plan_state", "?").with("q.applications", "none"));

        assertThat(known("plan_state")).as("what was known stays").isEqualTo("ideas");
        assertThat(known("applications")).as("asked, and there are none").isEqualTo("none");
        assertThat(profile().facts()).as("not asked").doesNotContainKey("sectors");
        assertThat(in(() -> views.find(student, saved.interview(), adviser))
                        .orElseThrow()
                        .answers())
                .contains(new InterviewView.Said("Post-16 plan", "asked; the student was not sure"));
        assertThat(open(adviser).chosen("plan_state", "?")).isTrue();
    }

    @Test
    void everythingWrongIsSaidAtOnceAndNothingIsKept() {
        var form = open(adviser)
                .with("on-year", "2999")
                .with("q.knows_fe", "7")
                .with("q.barriers", "none", "finance")
                .with("action-1-who", "Student")
                .with("action-2-what", "Ring")
                .with("action-2-by", "soon")
                .with("notes", "x".repeat(4001));

        var refused = (Recording.Outcome.NotYet) in(() -> recording.save(about(adviser), form));

        assertThat(refused.mistakes().all().stream().map(Mistake::field))
                .containsExactly(
                        "on", "q.knows_fe", "q.barriers", "action-1-what", "action-2-who", "action-2-by", "notes");
        assertThat(refused.form()).isEqualTo(form);
        assertThat(views(adviser)).isEmpty();
        var nothing = (Recording.Outcome.NotYet) in(() -> recording.save(about(adviser), open(adviser)));
        assertThat(nothing.mistakes().about("notes")).contains("Record at least one answer, action or note");
    }

    @Test
    void aDraftIsItsAuthorsAloneAndGoneOnceSaved() {
        var typed = open(adviser).with("notes", "Half a sentence");
        in(() -> drafts.keep(about(adviser).draft(), typed));

        assertThat(open(adviser).text("notes")).isEqualTo("Half a sentence");
        assertThat(open(staff(Role.ADVISER)).text("notes")).isEmpty();
        assertThat(views(adviser)).as("a draft is not on record").isEmpty();
        save(adviser, open(adviser));
        assertThat(in(() -> drafts.find(about(adviser).draft()))).isEmpty();
    }

    @Test
    void theLaterOfTwoIsToldAndNeitherLosesAWord() {
        var head = staff(Role.HEAD_OF_DESTINATIONS);
        var mine = open(adviser)
                .with("q.plan_state", "applied")
                .with("notes", "Wants to travel")
                .with("action-1-what", "Send the form")
                .with("action-1-who", "Student");
        save(
                head,
                open(head)
                        .with("q.plan_state", "ideas")
                        .with("q.knows_fe", "3")
                        .with("notes", "Likes cooking")
                        .with("action-1-what", "Ring home")
                        .with("action-1-who", "Tutor"));

        var told = (Recording.Outcome.NotYet) in(() -> recording.save(about(adviser), mine));

        assertThat(told.news()).hasSize(1);
        assertThat(told.form().answer("plan_state")).containsExactly("applied");
        assertThat(told.form().answer("knows_fe")).containsExactly("3");
        assertThat(told.form().text("notes")).isEqualTo("Likes cooking\n\nWants to travel");
        save(adviser, told.form());
        assertThat(in(() -> actions.of(List.of(student))))
                .extracting(AgreedAction::what)
                .containsExactlyInAnyOrder("Ring home", "Send the form");
        assertThat(known("plan_state")).isEqualTo("applied");
        assertThat(known("knows_fe")).isEqualTo("3");
        assertThat(views(adviser))
                .singleElement()
                .satisfies(one -> assertThat(one.by()).contains(head.displayName(), adviser.displayName()));
    }

    @Test
    void whatTheLaterDidNotTouchIsNotSetBack() {
        var head = staff(Role.HEAD_OF_DESTINATIONS);
        save(
                adviser,
                open(adviser)
                        .with("q.plan_state", "ideas")
                        .with("q.sectors", "Health\nLogistics")
                        .with("present", "Her mother")
                        .with("action-1-what", "Ring home")
                        .with("action-1-who", "Tutor"));
        // As a page sends it back: a list in one field, a line each.
        var later = open(head).with("q.sectors", "Logistics\nHealth").with("notes", "Wants to travel");
        var earlier = open(adviser);
        save(
                adviser,
                earlier.with("q.plan_state", "offer")
                        .with("q.barriers", "finance")
                        .with("q.sectors", "Catering")
                        .with("present", "Her father")
                        .with("action-1-who", "Head of year"));

        var told = (Recording.Outcome.NotYet) in(() -> recording.save(about(head), later));
        assertThat(told.news()).hasSize(1);
        assertThat(told.form().answer("plan_state")).containsExactly("offer");
        assertThat(told.form().answer("barriers")).containsExactly("finance");
        assertThat(told.form().answer("sectors")).containsExactly("Catering");
        assertThat(told.form().text("present")).isEqualTo("Her father");
        assertThat(told.form().text("notes")).isEqualTo("Wants to travel");
        assertThat(told.form().actions())
                .singleElement()
                .satisfies(action -> assertThat(action.who()).isEqualTo("Head of year"));

        save(head, told.form());
        assertThat(known("plan_state")).isEqualTo("offer");
        assertThat(known("barriers")).isEqualTo("finance");
        assertThat(open(head).text("notes")).isEqualTo("Wants to travel");
    }

    @Test
    void oneAuthorsTwoWindowsKeepWhatBothHold() {
        var first = open(adviser).with("window", "one").with("notes", "Likes cooking");
        var second = open(adviser).with("window", "two").with("present", "Her mother");
        var stamp = in(() -> drafts.keep(about(adviser).draft(), second)).orElseThrow();

        assertThat(in(() -> drafts.keep(about(adviser).draft(), first)))
                .as("not over the other window's words")
                .isEmpty();
        assertThat(in(() -> drafts.keep(about(adviser).draft(), second.with("q.plan_state", "ideas"))))
                .as("an answer that was lost on its way does not count as another window")
                .isPresent();
        assertThat(open(adviser).text("draft")).isNotEqualTo(InterviewForm.micros(stamp));
        var both = (Recording.Outcome.NotYet) in(() -> recording.save(about(adviser), first));
        assertThat(both.elsewhere()).isTrue();
        assertThat(both.form().text("notes")).isEqualTo("Likes cooking");
        assertThat(both.form().text("present")).isEqualTo("Her mother");
        save(adviser, both.form());
        assertThat(known("plan_state")).isEqualTo("ideas");
    }

    @Test
    void anActionTakenOffTheListIsGoneAndOneDoneStaysDone() {
        save(
                adviser,
                open(adviser)
                        .with("action-1-what", "Ring home")
                        .with("action-1-who", "Tutor")
                        .with("action-2-what", "Visit")
                        .with("action-2-who", "Student"));
        var visit = in(() -> actions.open()).stream()
                .filter(action -> action.what().equals("Visit"))
                .findFirst()
                .orElseThrow();
        assertThat(in(() -> actions.done(student, visit.id(), true, adviser.staffId())))
                .isTrue();
        var form = open(adviser);
        var ring = form.actions().stream()
                .filter(action -> action.what().equals("Ring home"))
                .findFirst()
                .orElseThrow();
        var row = "action-" + ring.number() + "-";
        save(adviser, form.with(row + "what", "").with(row + "who", ""));

        assertThat(in(() -> actions.of(List.of(student)))).singleElement().satisfies(action -> {
            assertThat(action.id()).isEqualTo(visit.id());
            assertThat(action.doneOn()).contains(TODAY);
        });
    }

    @Test
    void whoMayNotSeeAFactNeitherSeesItNorTakesItAway() {
        var tutor = staff(Role.TUTOR);
        var kind = InterviewKind.TUTOR;
        save(adviser, kind, open(adviser, kind).with("q.barriers", "caring").with("q.plan_state", "ideas"));

        assertThat(in(() -> views.of(student, tutor)))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.answers())
                        .extracting(InterviewView.Said::title)
                        .containsExactly("Post-16 plan", "Other answers"));
        save(tutor, kind, open(tutor, kind).with("q.plan_state", "applied"));

        assertThat(known("plan_state")).isEqualTo("applied");
        assertThat(known("barriers")).isEqualTo("caring");
        assertThat(open(tutor, kind).typed()).doesNotContainKey("q.barriers");
    }

    private InterviewForm open(StaffMember person) {
        return open(person, InterviewKind.GUIDANCE);
    }

    private InterviewForm open(StaffMember person, InterviewKind kind) {
        return in(() -> recording.open(new Recording.About(person, student, kind), TODAY))
                .form();
    }

    private Recording.Outcome.Saved save(StaffMember person, InterviewForm form) {
        return save(person, InterviewKind.GUIDANCE, form);
    }

    private Recording.Outcome.Saved save(StaffMember person, InterviewKind kind, InterviewForm form) {
        var outcome = in(() -> recording.save(new Recording.About(person, student, kind), form));
        assertThat(outcome).isInstanceOf(Recording.Outcome.Saved.class);
        return (Recording.Outcome.Saved) outcome;
    }

    private Recording.About about(StaffMember person) {
        return new Recording.About(person, student, InterviewKind.GUIDANCE);
    }

    private List<InterviewView> views(StaffMember person) {
        return in(() -> views.of(student, person));
    }

    private StaffMember staff(Role role) {
        var person = school.person(role);
        return new StaffMember(
                person.accountId(), person.staffId(), person.displayName(), school.id(), school.name(), Set.of(role));
    }

    private signpost.engine.rulebook.RuleBook rules() {
        return book.recommender().book();
    }

    private String known(String attribute) {
        return new HashMap<>(profile().facts()).get(attribute).value().canonical();
    }

    private Profile profile() {
        return in(() -> profiles.of(List.of(student))).values().iterator().next();
    }

    private <T> T in(Supplier<T> work) {
        return schools.scope().within(school.id(), work::get);
    }
}
