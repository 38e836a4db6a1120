package signpost.api.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.uploads.SmallBook.REASONS;
import static signpost.api.uploads.SmallBook.RULES;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import signpost.api.drafts.TestDrafts;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestSchools;
import signpost.api.testing.Visitor;

/** Text in other encodings is read rightly or refused with the file's name and what to do, whichever way it comes. */
@SignpostTest
class EncodingsTest {

    private static final String MARK = "\uFEFF";
    private static final String RULE = SmallBook.text(RULES).replace("a reason", "it costs £3, and “help” isn’t near");
    private static final String TABLE = SmallBook.text(REASONS) + "COST,It costs £3 – “too much”,no,\n";

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    TestDrafts typing;

    private SmallDraft draft;

    @BeforeEach
    void aSmallBook() {
        draft = SmallDraft.of(port, schools, typing);
    }

    private void refused(Visitor.Answer answer, String... why) {
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.words()).contains(why);
        assertThat(draft.files().digest()).isEqualTo(SmallBook.files().digest());
    }

    private void refusedEveryWay(String text, Charset charset, String... why) {
        byte[] bytes = text.getBytes(charset);
        boolean table = text.endsWith(TABLE);
        String path = table ? REASONS : RULES;
        String name = path.substring(path.indexOf('/') + 1);
        refused(draft.upload(name, path, bytes), why);
        refused(draft.upload("book.zip", "", Packing.book(path, bytes)), why);
        assertThat(why[0]).isEqualTo(path);
    }

    @Test
    void windows1252IsRefusedWithThePlaceWhereItShows() {
        Charset windows = Charset.forName("windows-1252");
        refusedEveryWay(RULE, windows, RULES, "not UTF-8", "Save it again as plain text with the encoding UTF-8.");
        refusedEveryWay(TABLE, windows, REASONS, "not UTF-8", "Save it again as \"CSV UTF-8 (comma delimited)\".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void utf16IsRefusedWithAMarkAndWithout(String name) {
        for (String mark : new String[] {MARK, ""}) {
            refusedEveryWay(mark + RULE, Charset.forName(name), RULES, "UTF-16", "with the encoding UTF-8.");
            refusedEveryWay(mark + TABLE, Charset.forName(name), REASONS, "UTF-16", "with the encoding UTF-8.");
        }
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        String broken = RULE.replace("£", "\u00C3\u0028");
        refusedEveryWay(broken, StandardCharsets.ISO_8859_1, RULES, "not UTF-8", "encoding UTF-8.");
    }

    @Test
    void utf8IsTakenWithAMarkAndWithout() {
        for (String mark : new String[] {"", MARK}) {
            for (String path : new String[] {RULES, REASONS}) {
                draft.anew();
                String text = path.equals(RULES) ? RULE : TABLE;
                byte[] bytes = (mark + text).getBytes(StandardCharsets.UTF_8);
                draft.put(draft.upload(path.substring(path.indexOf('/') + 1), path, bytes));
                assertThat(new String(draft.files().bytes(path), StandardCharsets.UTF_8))
                        .endsWith(text);
                assertThat(draft.problems()).isEmpty();
                draft.anew();
                draft.put(draft.upload("book.zip", "", Packing.book(path, bytes)));
                assertThat(new String(draft.files().bytes(path), StandardCharsets.UTF_8))
                        .endsWith(text);
                assertThat(draft.problems()).isEmpty();
            }
        }
    }

    @Test
    void aNulIsTheSameProblemWhicheverWayItComes() {
        String text = RULE.replace("£3", "\u00003");
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        draft.put(draft.upload("test.txt", RULES, bytes));
        var uploaded = draft.problems();
        draft.anew();
        draft.put(draft.upload("book.zip", "", Packing.book(RULES, bytes)));
        var zipped = draft.problems();
        draft.anew();
        draft.post("/file", Map.of("path", RULES, "text", text));

        assertThat(uploaded).hasSize(1).isEqualTo(zipped).isEqualTo(draft.problems());
        assertThat(uploaded.get(0).toString()).startsWith(RULES + ":2:").contains("cannot be seen (null)");
    }
}
