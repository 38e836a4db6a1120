package signpost.api.rulebooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.engine.rulebook.Departure;
import signpost.engine.rulebook.RuleBook;
import signpost.engine.scenario.CheckedBook;

/** Which files make the book. */
class BookSourceTest {

    @TempDir
    private Path folder;

    private void file(String path, String text) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(folder.resolve(path), text);
    }

    private RuleBook book() {
        BookSource source = new BookSource(ShippedBook.reading(), folder.toString());
        return ((CheckedBook.Ready) CheckedBook.of(source.files()))
                .recommender()
                .book();
    }

    private static String rule(String name) {
        return "Rule: " + name + "\n  When\n    attendance is below 90%\n  Then\n    recommend PGI-01 within 2 weeks\n"
                + "  Because\n    attendance is {attendance}\n";
    }

    @Test
    void rulesAloneAreReadWithTheShippedWords() throws IOException {
        file("topics/own.txt", rule("Own"));
        assertThat(book().rules()).hasSize(1);
    }

    @Test
    void aTrustsRulesAloneAreTooAndASchoolsLieOnTop() throws IOException {
        file("trust/topics/theirs.txt", rule("Theirs"));
        file("school/topics/own.txt", rule("Own") + "\nSwitch off: Theirs\n  Why: We have our own.\n");
        assertThat(book().rules()).extracting(rule -> rule.origin().words()).containsExactly("added by the school");
        assertThat(book().departures()).extracting(Departure::why).containsExactly("We have our own.");
    }
}
