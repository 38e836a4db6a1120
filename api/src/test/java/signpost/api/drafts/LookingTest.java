package signpost.api.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import signpost.api.rulebooks.Owner;
import signpost.api.rulebooks.Version.Person;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestSchools;

/** What the editor is told of a text that nobody has saved. */
@SignpostTest
class LookingTest {

    private static final String ATTENDANCE = "topics/attendance.txt";

    @Autowired
    TestSchools schools;

    @Autowired
    TestDrafts typing;

    @Autowired
    Drafts drafts;

    @Autowired
    Looking looking;

    @Autowired
    EditorWords words;

    private TestSchools.TestSchool school;
    private UUID draft;
    private String text;

    @BeforeEach
    void aDraft() {
        school = schools.school();
        within(() -> {
            draft = typing.draft(school.id(), own(), new Person("Ada", Optional.empty()), Map.of());
            text = FileText.of(typing.own(school.id(), own(), draft), ATTENDANCE)
                    .shown();
            return true;
        });
    }

    private Owner own() {
        return new Owner(school.id(), false, school.name());
    }

    private <T> T within(Supplier<T> work) {
        return schools.scope().within(school.id(), work);
    }

    private Looked look(String path, String typed) {
        return within(() -> looking.at(school.id(), own(), drafts.find(draft).orElseThrow(), path, typed));
    }

    @Test
    void aWholeTextShowsTheScenariosOfItsRules() {
        Looked looked = look(ATTENDANCE, text);
        assertThat(looked.here()).isEmpty();
        assertThat(looked.elsewhere()).isZero();
        assertThat(looked.failing()).isZero();
        assertThat(looked.shown())
                .extracting(Looked.Shown::name)
                .contains("89.9% is persistent absence")
                .doesNotContain("A carer who is not known to any service");
        assertThat(looked.shown()).extracting(Looked.Shown::file).doesNotContain(ATTENDANCE);
    }

    @Test
    void aSlipIsShownWhereItStandsWithWhatMendsIt() {
        Looked looked = look(ATTENDANCE, text.replaceFirst("90% or below", "90 per cent or below"));
        assertThat(looked.ran()).isFalse();
        assertThat(looked.here()).isNotEmpty();
        Looked.Wrong wrong = looked.here().get(0);
        assertThat(wrong.fix()).isPresent();
        assertThat(look(
                                ATTENDANCE,
                                wrong.fix().orElseThrow().in(text.replaceFirst("90% or below", "90 per cent or below")))
                        .here())
                .isEmpty();
    }

    @Test
    void aChangedThresholdFailsTheScenariosThatSayOtherwise() {
        Looked looked = look(ATTENDANCE, text.replaceFirst("90% or below", "89% or below"));
        assertThat(looked.ran()).isTrue();
        assertThat(looked.failing()).isPositive();
        assertThat(looked.shown().get(0).failed()).isTrue();
        assertThat(looked.shown().get(0).problems())
                .extracting(looked.shown().get(0)::said)
                .allMatch(said -> said.startsWith("It expects "));
        assertThat(looked.shown()).extracting(Looked.Shown::file).contains("topics/attendance.scenarios.txt");
    }

    @Test
    void aReasonThatNamesTheOldThresholdIsNotedWhereItStands() {
        Looked looked = look(ATTENDANCE, text.replaceFirst("90% or below", "92% or below"));
        assertThat(looked.notes())
                .singleElement()
                .returns(4, note -> note.place().line())
                .asString()
                .contains("says 90%, but its conditions on \"attendance\" say 92% and 50%");
        assertThat(look(ATTENDANCE, text).notes()).isEmpty();
    }

    @Test
    void whatTheDraftTookAwayIsNotTakenForSomethingElse() {
        int severe = text.indexOf("Rule: Severe absence");
        String without = text.substring(0, severe) + text.substring(text.indexOf("# The one ruling out"));
        assertThat(look(ATTENDANCE, without).here())
                .filteredOn(wrong -> wrong.problem().message().equals("No rule gives the flag \"Severe absence\"."))
                .isNotEmpty()
                .allMatch(wrong -> wrong.problem().advice().startsWith("It was taken away in this draft:"));
        within(() -> typing.save(school.id(), own(), draft, ATTENDANCE, without, new Person("Ada", Optional.empty())));
        assertThat(within(() -> typing.problems(school.id(), own(), draft)))
                .extracting(signpost.engine.text.Problem::advice)
                .anyMatch(advice -> advice.startsWith("It was taken away in this draft:"));
    }

    @Test
    void nothingThatIsTypedIsKept() {
        look(ATTENDANCE, "Rule: nothing");
        assertThat(within(() -> FileText.of(typing.own(school.id(), own(), draft), ATTENDANCE)
                        .shown()))
                .isEqualTo(text);
        assertThat(look(ATTENDANCE, text).here()).isEmpty();
    }

    @Test
    void anyTextIsAnswered() {
        for (String hostile :
                List.of("", "\u0000\uFFFF\uD800", "Rule:".repeat(5_000), "(".repeat(50_000), "\n".repeat(5_000))) {
            assertThat(look(ATTENDANCE, hostile).here().size()).isLessThanOrEqualTo(50);
        }
    }

    @Test
    void theWordsOfABrokenDraftAreThoseOfTheBookItBeganFrom() {
        EditorWords.Of whole =
                within(() -> words.of(school.id(), own(), drafts.find(draft).orElseThrow()));
        within(() -> typing.save(school.id(), own(), draft, ATTENDANCE, "Rule", new Person("Ada", Optional.empty())));
        EditorWords.Of broken =
                within(() -> words.of(school.id(), own(), drafts.find(draft).orElseThrow()));
        assertThat(broken.digest()).isEqualTo(whole.digest());
        assertThat(new String(whole.json().getByteArray(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("\"headers\"", "attendance is ${1:", "ATT-01");
    }
}
