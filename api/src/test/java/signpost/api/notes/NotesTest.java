package signpost.api.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static signpost.api.testing.Look.words;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import signpost.api.schools.Role;
import signpost.api.schools.StaffMember;
import signpost.api.testing.Browser;
import signpost.api.testing.Look;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestSchools;
import signpost.api.testing.TestStudents;

/** Notes are added and put right, never changed; a restricted one is for its roles, and its readers are known. */
@SignpostTest
class NotesTest {

    @RegisterExtension
    static final Browser browser = Browser.open();

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    TestStudents students;

    @Autowired
    NoteWriting writing;

    @Autowired
    Notes notes;

    @Autowired
    JdbcClient sql;

    private TestSchools.TestSchool school;
    private UUID student;

    @BeforeEach
    void aStudent() {
        school = schools.school();
        student = students.enrol(school.id(), "A1", Map.of("nc_year", "11"));
    }

    @Test
    void aRestrictedNoteOpensToItsRolesAloneAndEveryReadingIsKept() {
        var head = staff(Role.HEAD_OF_DESTINATIONS);
        var adviser = staff(Role.ADVISER);
        write(head, form("Told in confidence", Set.of(Role.HEAD_OF_DESTINATIONS), Optional.empty()));
        var note = about().get(0);

        assertThat(in(() -> writing.open(student, note.id(), adviser))).isEmpty();
        assertThat(in(() -> notes.reads(student))).isEmpty();
        assertThat(in(() -> writing.open(student, note.id(), head))
                        .orElseThrow()
                        .text())
                .isEqualTo("Told in confidence");
        in(() -> writing.open(student, note.id(), head));
        assertThat(in(() -> notes.reads(student)).get(note.id()))
                .hasSize(2)
                .allSatisfy(read -> assertThat(read.by()).isEqualTo(head.displayName()));
    }

    @Test
    void anAuthorWhoMayNotReadTheNoteSeesThatItIsThere() {
        var adviser = staff(Role.ADVISER);
        write(adviser, form("Told in confidence", Set.of(Role.HEAD_OF_DESTINATIONS), Optional.empty()));
        var note = about().get(0);
        assertThat(note.writtenBy(adviser)).isTrue();
        assertThat(note.readableBy(adviser)).isFalse();
        assertThat(note.writtenBy(staff(Role.ADVISER))).isFalse();
    }

    @Test
    void aNoteIsPutRightOnceByAnotherForTheSameReaders() {
        var head = staff(Role.HEAD_OF_DESTINATIONS);
        write(head, form("Lives with her aunt", Set.of(Role.HEAD_OF_DESTINATIONS), Optional.empty()));
        var wrong = Optional.of(about().get(0).id());

        assertThat(in(() -> writing.write(student, form("Ha", Set.of(), wrong), staff(Role.ADVISER)))
                        .none())
                .as("who may not read it cannot put it right")
                .isFalse();
        write(head, form("Lives with her grandmother", Set.of(), wrong));
        assertThat(about())
                .hasSize(2)
                .allSatisfy(note -> assertThat(note.readers()).containsExactly(Role.HEAD_OF_DESTINATIONS));
        assertThat(in(() -> writing.write(student, form("Again", Set.of(), wrong), head))
                        .about("text"))
                .hasValueSatisfying(text -> assertThat(text).contains("corrected that note already"));
    }

    @Test
    void nothingIsChosenForTheWriter() {
        var form = NoteForm.of(Map.of("text", List.of("x")), Optional.empty());
        var nobody = NoteForm.of(Map.of("kind", List.of("restricted")), Optional.empty());

        assertThat(form.mistakes().about("kind")).isPresent();
        assertThat(nobody.mistakes().about("readers")).isPresent();
        assertThat(nobody.mistakes().about("text")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update notes set readers = '{}'",
                "delete from notes",
                "update note_texts set text = ''",
                "delete from note_texts",
                "update note_reads set read_at = now()",
                "delete from note_reads"
            })
    void notesAndReadingsCanOnlyBeAdded(String change) {
        assertThatThrownBy(() -> students.in(school.id(), () -> sql.sql(change).update()))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void peopleWriteAndReadThemOnAPage() {
        var page = browser.signedIn(port, school.person(Role.HEAD_OF_DESTINATIONS));
        page.navigate(url());
        page.click("button:has-text('Keep the note')");
        assertThat(words(page, ".govuk-error-summary")).contains("Enter the note", "Choose who may read");
        page.fill("#text", "Told in confidence");
        page.check("#kind-2");
        page.check("label:has-text('Head of destinations')");
        page.click("button:has-text('Keep the note')");
        assertThat(words(page, "article")).doesNotContain("Told in confidence");
        page.click("button:has-text('Read this note')");
        assertThat(words(page, "article")).contains("Told in confidence", "Read once");
        Look.atBoth(page, "notes");

        var tutor = browser.signedIn(port, school.person(Role.TUTOR));
        tutor.navigate(url());
        assertThat(tutor.locator("article").count()).isZero();
        tutor.fill("#text", "Likes the workshop");
        tutor.check("#kind-1");
        tutor.click("button:has-text('Keep the note')");
        assertThat(words(tutor, "article")).contains("Likes the workshop");
        assertThat(browser.signedIn(port, schools.school().person(Role.ADVISER))
                        .navigate(url())
                        .status())
                .isEqualTo(404);
    }

    private String url() {
        return "http://localhost:" + port + "/students/" + student + "/notes";
    }

    private static NoteForm form(String text, Set<Role> readers, Optional<UUID> corrects) {
        return new NoteForm(text, readers.isEmpty() ? "ordinary" : "restricted", readers, corrects);
    }

    private void write(StaffMember person, NoteForm form) {
        assertThat(in(() -> writing.write(student, form, person)).none()).isTrue();
    }

    private List<Note> about() {
        return in(() -> notes.about(student));
    }

    private StaffMember staff(Role role) {
        var person = school.person(role);
        return new StaffMember(
                person.accountId(), person.staffId(), person.displayName(), school.id(), school.name(), Set.of(role));
    }

    private <T> T in(Supplier<T> work) {
        return schools.scope().within(school.id(), work::get);
    }
}
