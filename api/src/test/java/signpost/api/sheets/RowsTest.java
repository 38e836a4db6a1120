package signpost.api.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import signpost.api.drafts.TestDrafts;
import signpost.api.rulebooks.Owner;
import signpost.api.rulebooks.Version.Person;
import signpost.api.schools.Role;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestSchools;
import signpost.api.testing.Visitor;

/** The tables of a draft are changed row by row, and every other row keeps its bytes. */
@SignpostTest
class RowsTest {

    private static final String RONI = "tables/roni.csv";
    private static final String REASONS = "catalogue/override-reasons.csv";
    private static final Pattern FIELD = Pattern.compile(
            "<(?:input|textarea|select)[^>]* name=\"(cell-\\d+|row|base|revision|path|page)\"[^>]*?(?: value=\"([^\"]*)\"[^>]*)?>([^<]*)");

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    TestDrafts typing;

    private TestSchools.TestSchool school;
    private TestSchools.Person head;
    private Visitor visitor;
    private UUID draft;

    @BeforeEach
    void aDraft() {
        school = schools.school();
        head = school.person(Role.HEAD_OF_DESTINATIONS);
        visitor = new Visitor(port, head);
        draft = within(() -> typing.draft(school.id(), own(), by(), Map.of()));
    }

    private Owner own() {
        return new Owner(school.id(), false, school.name());
    }

    private Person by() {
        return new Person(head.displayName(), java.util.Optional.of(head.accountId()));
    }

    private <T> T within(Supplier<T> work) {
        return schools.scope().within(school.id(), work);
    }

    private String text(String path) {
        return new String(within(() -> typing.own(school.id(), own(), draft)).bytes(path), StandardCharsets.UTF_8);
    }

    private String table(String path) {
        return "/rule-book/drafts/" + draft + "/table?path=" + Visitor.encoded(path);
    }

    private String row(String path, int row) {
        return "/rule-book/drafts/" + draft + "/table/row?path=" + Visitor.encoded(path) + "&row=" + row;
    }

    /** The form of a row as a browser would send it back. */
    private Map<String, String> form(String address) {
        Map<String, String> form = new HashMap<>();
        String page = visitor.get(address).text();
        var field = FIELD.matcher(page);
        while (field.find()) {
            String value = field.group(2) == null ? field.group(3) : field.group(2);
            form.put(
                    field.group(1),
                    value.replace("&lt;", "<")
                            .replace("&gt;", ">")
                            .replace("&quot;", "\"")
                            .replace("&#39;", "'")
                            .replace("&amp;", "&"));
        }
        var picked = Pattern.compile("(?s)<select[^>]* name=\"(cell-\\d+)\".*?</select>")
                .matcher(page);
        while (picked.find()) {
            var option =
                    Pattern.compile("<option value=\"([^\"]*)\"[^>]* selected").matcher(picked.group());
            form.put(picked.group(1), option.find() ? option.group(1) : "");
        }
        return form;
    }

    private Visitor.Answer save(Map<String, String> form) {
        return visitor.post("/rule-book/drafts/" + draft + "/table/row", form);
    }

    @Test
    void aRowSentBackUnchangedChangesNoByte() {
        String before = text(RONI);
        for (int row : new int[] {7, 8, 21, 26}) {
            assertThat(save(form(row(RONI, row))).status()).isEqualTo(200);
            assertThat(text(RONI)).isEqualTo(before);
        }
    }

    @Test
    void oneCellChangesItsRowAndNothingElse() {
        String before = text(RONI);
        Map<String, String> form = form(row(RONI, 7));
        assertThat(form).containsEntry("cell-2", "<90");
        form.put("cell-2", "<92");

        assertThat(save(form).words()).contains("The row is saved");

        String[] was = before.split("\n", -1);
        String[] is = text(RONI).split("\n", -1);
        assertThat(is).hasSameSizeAs(was);
        for (int at = 0; at < was.length; at++) {
            assertThat(is[at]).isEqualTo(at == 7 ? was[at].replace("<90", "<92") : was[at]);
        }
    }

    @Test
    void whatIsWrongStandsBesideItsRowAndItsCell() {
        Map<String, String> form = form(row(RONI, 7));
        form.put("cell-2", "<9o");
        assertThat(save(form).words()).contains("Cell C8 (\"<9o\") under \"Attendance\"", "is not a number");
        assertThat(visitor.get(row(RONI, 7)).text()).contains("id=\"cell-2-error\"");

        Map<String, String> reason = form(row(REASONS, 2));
        reason.put("cell-2", "sometimes");
        assertThat(save(reason).words()).contains("\"sometimes\"");
    }

    @Test
    void rowsAreAddedMovedAndTakenAway() {
        String before = text(REASONS);
        Map<String, String> added = form("/rule-book/drafts/" + draft + "/table/row?path=" + Visitor.encoded(REASONS));
        added.putAll(Map.of("cell-0", "MOVED", "cell-1", "Moved, and gone", "cell-2", "yes", "cell-3", ""));
        save(added);
        assertThat(text(REASONS)).isEqualTo(before + "MOVED,\"Moved, and gone\",yes,\n");
        assertThat(visitor.get("/rule-book/drafts/" + draft).words()).contains("Passed");

        int last = before.split("\n", -1).length - 1;
        Map<String, String> moved = new HashMap<>(Map.of("path", REASONS, "row", "" + last, "to", "up"));
        visitor.post("/rule-book/drafts/" + draft + "/table/move", moved);
        assertThat(text(REASONS).split("\n", -1)[last - 1]).startsWith("MOVED");

        visitor.post("/rule-book/drafts/" + draft + "/table/remove", Map.of("path", REASONS, "row", "" + (last - 1)));
        assertThat(text(REASONS)).isEqualTo(before);
    }

    @Test
    void twoPeopleAtTwoRowsBothStandAndAtOneRowTheLaterIsTold() {
        Map<String, String> mine = form(row(RONI, 7));
        Map<String, String> theirs = form(row(RONI, 8));
        theirs.put("cell-2", "<86");
        save(theirs);
        mine.put("cell-2", "<92");
        assertThat(save(mine).words()).contains("The row is saved");
        assertThat(text(RONI)).contains("RONI attendance below 90,,<92", "on top\",,<86");

        Map<String, String> stale = new HashMap<>(mine);
        stale.put("cell-2", "<91");
        Visitor.Answer told = save(stale);
        assertThat(told.status()).isEqualTo(409);
        assertThat(told.words()).contains("Somebody else changed this row", "RONI attendance below 90,,<92");
        assertThat(told.text()).contains("value=\"&lt;91\"");
        assertThat(text(RONI)).contains("RONI attendance below 90,,<92");
    }

    @Test
    void whoMayOnlyApproveSeesTheTableAndChangesNothing() {
        Visitor leader = new Visitor(port, school.person(Role.SENIOR_LEADER));
        assertThat(leader.get(table(RONI)).words())
                .contains("RONI attendance below 90")
                .doesNotContain("Take away");
        assertThat(leader.get(row(RONI, 7)).status()).isEqualTo(403);
        assertThat(leader.post("/rule-book/drafts/" + draft + "/table/remove", Map.of("path", RONI, "row", "7"))
                        .status())
                .isEqualTo(403);
        assertThat(visitor.get(table("topics/attendance.txt")).status()).isEqualTo(404);
        assertThat(visitor.get(table("catalogue/none.csv")).status()).isEqualTo(404);
        assertThat(visitor.get(row(RONI, 3)).status()).isEqualTo(404);
    }

    @Test
    void everyTableOfTheBookHasItsPages() {
        within(() -> typing.own(school.id(), own(), draft)).paths().stream()
                .filter(path -> path.endsWith(".csv"))
                .forEach(path -> {
                    Visitor.Answer page = visitor.get(table(path));
                    assertThat(page.status()).as(path).isEqualTo(200);
                    var row = Pattern.compile("row=(\\d+)").matcher(page.text());
                    assertThat(row.find()).as(path).isTrue();
                    String before = text(path);
                    save(form(row(path, Integer.parseInt(row.group(1)))));
                    assertThat(text(path)).isEqualTo(before);
                });
    }
}
