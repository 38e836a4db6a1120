package signpost.api.builder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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

/** Picking changes one line of a text that others type in, and nothing else of it. */
@SignpostTest
class BuilderTest {

    private static final String PATH = "topics/own.txt";
    private static final String NAME = "Often away";
    private static final String TEXT = """
            # What our own school asks.

            # This one is the head's.
            Rule: Often away
              Owner: Head of destinations
              Why: Who is away misses things.
              When
                the student is in year 10 or 11
                # half days count
                and attendance is 85% or below
                and any of:
                  the student is in care
                  the number of suspensions is 1 or above
              Then
                flag "Often away" as medium
                recommend ATT-01 within 2 weeks
              Because
                attendance is {attendance}

            # Another.
            Rule: Never here
              Why: Somebody should ask.
              When
                attendance is 20% or below
              Then
                flag "Never here" as high
              Because
                attendance is {attendance}
            """;
    private static final String ATTENDANCE_LINE = "7";
    private static final String FLAG_LINE = "12";

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    TestDrafts typing;

    private TestSchools.TestSchool school;
    private TestSchools.Person head;
    private Picking picking;
    private UUID draft;

    @BeforeEach
    void aDraft() {
        school = schools.school();
        head = school.person(Role.HEAD_OF_DESTINATIONS);
        picking = new Picking(port, head);
        draft = drafted(TEXT);
    }

    private UUID drafted(String text) {
        return within(() -> typing.draft(school.id(), own(), by(), Map.of(PATH, text)));
    }

    private <T> T within(java.util.function.Supplier<T> work) {
        return schools.scope().within(school.id(), work);
    }

    private Owner own() {
        return new Owner(school.id(), false, school.name());
    }

    private Person by() {
        return new Person(head.displayName(), Optional.of(head.accountId()));
    }

    private String text() {
        return new String(within(() -> typing.own(school.id(), own(), draft)).bytes(PATH), StandardCharsets.UTF_8);
    }

    private String at(String page) {
        return "/rule-book/drafts/" + draft + "/rule" + page;
    }

    private Picking.Page get(String page, String... further) {
        return picking.get(at(page), with(further));
    }

    private Picking.Page post(String page, String... further) {
        return picking.post(at(page), with(further));
    }

    private static String[] with(String... further) {
        return Stream.concat(Stream.of("path", PATH, "name", NAME), Stream.of(further))
                .toArray(String[]::new);
    }

    private Picking.Page attendance(String verb, String value, String... further) {
        String[] fields = {
            "line", ATTENDANCE_LINE, "sort", "ATTRIBUTE", "key", "attendance_pct", "verb", verb, "v0", value
        };
        return post(
                "/condition",
                Stream.concat(Stream.of(fields), Stream.of(further)).toArray(String[]::new));
    }

    private static void saved(Picking.Page page) {
        assertThat(page.status()).as(page.words()).isEqualTo(303);
    }

    @Test
    void aRuleIsShownAsSentencesWithItsNotesAndGroups() {
        String words = get("").words();
        assertThat(words)
                .contains("Note: This one is the head's.", "Note: half days count", "any of these:")
                .contains(
                        "and attendance is 85% or below", "recommend ATT-01 within 2 weeks", "No problems in this rule")
                .contains("Move up : attendance is 85% or below");
        assertThat(words).doesNotContain("What our own school asks");
        assertThat(picking.get("/rule-book/drafts/" + draft + "/file", "path", PATH)
                        .words())
                .contains("Edit by picking Often away Never here");
    }

    @Test
    void whatIsPickedChangesOneLineAndNoOtherByte() {
        assertThat(get("/condition", "line", ATTENDANCE_LINE).html())
                .contains("value=\"85\"", "value=\"AT_MOST\" selected");
        saved(attendance("AT_MOST", "88"));
        assertThat(text()).isEqualTo(TEXT.replace("85%", "88%"));

        saved(post("/consequence", "line", FLAG_LINE, "act", "FLAG", "what", "Away", "severity", "high"));
        saved(post("/group", "line", "8", "kind", "at least", "number", "2"));
        saved(post("/field", "field", "Why", "value", "It helps\r\nRule: Injected"));
        saved(post("/lines", "do", "down-5"));
        assertThat(text())
                .isEqualTo(TEXT.replace("flag \"Often away\" as medium", "flag \"Away\" as high")
                        .replace("any of:", "at least 2 of:")
                        .replace("Who is away misses things.", "It helps Rule: Injected")
                        .replace("""
                                    the student is in year 10 or 11
                                    # half days count
                                    and attendance is 85% or below
                                """, """
                                    # half days count
                                    attendance is 88% or below
                                    and the student is in year 10 or 11
                                """));
    }

    @Test
    void aReasonThatNoLongerFitsIsNotedOnEveryPageOfTheDraft() {
        draft = drafted(TEXT.replaceFirst("attendance is \\{attendance}", "attendance is {attendance}, below 90%"));
        String note =
                "The \"Because\" of the rule \"Often away\" says 90%, but its conditions on \"attendance\" say 85%.";
        String pages = "/rule-book/drafts/" + draft;

        assertThat(get("").words()).contains("No problems in this rule", "Worth a look", note);
        assertThat(picking.get(pages).words()).contains("Worth a look", note);
        assertThat(picking.get(pages + "/proposal").words()).contains("Worth a look", note);
        assertThat(picking.get(pages + "/file", "path", PATH).words()).contains("Worth a look", note);
        draft = drafted(TEXT);
        assertThat(get("").words()).doesNotContain("Worth a look");
    }

    @Test
    void lineEndsAndTheMarkAtTheStartStayAsTheyAre() {
        String mixed = "\uFEFF"
                + TEXT.replace("\n", "\r\n").replace("Why: Somebody should ask.\r\n", "Why: Somebody should ask.\n");
        within(() -> typing.put(school.id(), own(), draft, PATH, mixed, by()));
        saved(attendance("AT_MOST", "88"));
        saved(post("/lines", "do", "remove-" + FLAG_LINE));
        assertThat(text()).isEqualTo(mixed.replace("85%", "88%").replace("    flag \"Often away\" as medium\r\n", ""));
    }

    @Test
    void linesAndGroupsAreAddedWhereSomebodyAsks() {
        Picking.Page group = post("/group", "parent", "0", "at", "3", "kind", "at least", "number", "1");
        saved(group);
        assertThat(group.location()).contains("group=at%20least%201%20of");
        saved(post(
                "/condition",
                "parent",
                "0",
                "at",
                "3",
                "group",
                "at least 1 of",
                "sort",
                "TERM",
                "key",
                "",
                "verb",
                "IN_TERM",
                "v0",
                "autumn",
                "v0",
                "spring"));
        saved(post(
                "/condition", "parent", "8", "at", "2", "sort", "ATTRIBUTE", "key", "attendance_pct", "verb", "KNOWN"));
        saved(post(
                "/consequence",
                "at",
                "2",
                "act",
                "RECOMMEND",
                "what",
                "ATT-01",
                "severity",
                "",
                "due",
                "",
                "otherDue",
                "by 31 March"));
        assertThat(text())
                .contains("""
                              the number of suspensions is 1 or above
                              attendance is known
                            and at least 1 of:
                              it is the autumn or spring term
                          Then
                        """.indent(0).stripTrailing().replaceAll("(?m)^ {8}", ""))
                .contains("within 2 weeks\n    recommend ATT-01 by 31 March\n  Because");
    }

    @Test
    void whatAnotherPersonSavedMeanwhileStandsOrIsAskedAbout() {
        String began = get("").html().replaceAll("(?s).*name=\"revision\" value=\"(\\d+)\".*", "$1");
        String others = TEXT.replace("20% or below", "10% or below");
        within(() -> typing.save(school.id(), own(), draft, PATH, others, by()));
        saved(attendance("AT_MOST", "88", "revision", began, "base", "0"));
        assertThat(text()).isEqualTo(others.replace("85%", "88%"));

        Picking.Page conflict = attendance("AT_MOST", "70", "revision", began, "base", "0");
        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.words())
                .contains("Nothing was saved yet", "attendance is 70% or below", "attendance is 88% or below");
        assertThat(text()).isEqualTo(others.replace("85%", "88%"));
    }

    @Test
    void aLineIsFoundInTheTextThatWasSeenAlthoughItStandsElsewhereNow() {
        String began = get("").html().replaceAll("(?s).*name=\"revision\" value=\"(\\d+)\".*", "$1");
        String others = "# A new first line.\n\nRule: Before it\n  Why: First.\n  When\n    attendance is 1% or below\n"
                + "  Then\n    flag \"One\" as low\n  Because\n    attendance is {attendance}\n\n" + TEXT;
        within(() -> typing.save(school.id(), own(), draft, PATH, others, by()));
        saved(post("/lines", "do", "remove-" + ATTENDANCE_LINE, "revision", began, "base", "0"));
        assertThat(text())
                .contains("Rule: Before it")
                .doesNotContain("attendance is 85%")
                .contains("# half days count");
    }

    @Test
    void aMistakeElsewhereDoesNotStopThePicking() {
        draft = drafted(TEXT.replace("20% or below", "most dreadful")
                .replace(
                        "    the student is in year 10 or 11\n    # half",
                        "    the wind is from the east\n    # half"));
        String words = get("").words();
        assertThat(words)
                .contains(
                        "the wind is from the east",
                        "is not a condition",
                        "A problem in this rule",
                        "A problem elsewhere in the draft");
        assertThat(get("/line", "line", "5").html()).contains("value=\"the wind is from the east\"");
        saved(attendance("AT_MOST", "88"));
        assertThat(get("/condition", "sort", "FLAG", "key", "Never here").status())
                .isEqualTo(200);
        within(() -> typing.save(
                school.id(), own(), draft, "vocabulary/attendance.txt", "Attribute: broken\n  Colour: red\n", by()));
        saved(attendance("AT_MOST", "87"));
        assertThat(text()).contains("attendance is 87% or below");
    }

    @Test
    void mistakesStandBesideTheirFieldsAndNothingTypedIsLost() {
        Picking.Page refused = attendance("FROM_TO", "190", "v1", "many");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html()).contains("id=\"v0-error\"", "id=\"v1-error\"", "value=\"190\"", "value=\"many\"");
        assertThat(refused.words()).contains("190%", "from 0 to 100");
        Picking.Page empty = post("/consequence", "act", "RECOMMEND");
        assertThat(empty.words()).contains("Choose an intervention", "Choose by when");
        Picking.Page name = post("/field", "field", "Rule", "value", "never here");
        assertThat(name.words()).contains("There is already a rule");
        assertThat(text()).isEqualTo(TEXT);
    }

    @Test
    void everythingOfferedHasAForm() {
        String subjects = get("/condition").html();
        var matters = java.util.regex.Pattern.compile("sort=(\\w+)&amp;key=([^\"&]*)\"")
                .matcher(subjects)
                .results()
                .toList();
        assertThat(matters).hasSizeGreaterThan(40);
        java.util.Set<String> seen = new java.util.HashSet<>();
        for (var matter : matters) {
            String key = java.net.URLDecoder.decode(matter.group(2), StandardCharsets.UTF_8);
            Picking.Page page = get("/condition", "sort", matter.group(1), "key", key);
            assertThat(page.status()).as(key).isEqualTo(200);
            var verbs = java.util.regex.Pattern.compile("<option value=\"([A-Z_]+)\"")
                    .matcher(page.html())
                    .results()
                    .map(found -> found.group(1))
                    .filter(verb -> seen.add(verb
                            + page.html()
                                    .replaceAll(
                                            "(?s).*<select class=\"govuk-select\" id=\"verb\"(.*?)</select>.*", "$1")))
                    .toList();
            for (String verb : verbs) {
                assertThat(post("/condition", "sort", matter.group(1), "key", key, "verb", verb, "again", "yes")
                                .status())
                        .as(key + verb)
                        .isEqualTo(200);
            }
        }
        assertThat(seen).hasSizeGreaterThan(30);
    }

    @Test
    void nothingThatIsSentBecomesAnotherLine() {
        String long_ = "x".repeat(60_000);
        for (String value : new String[] {
            "90\n    and the student is in care",
            "90% or below\r\n  Then\r\n    flag \"X\" as high",
            "90 or below and it is the autumn term",
            "\"",
            "90\u2028and",
            "90\u0085x",
            "\u0000",
            "# 90",
            "${7*7}",
            "{attendance}",
            long_,
            "-1",
            "9".repeat(400),
            "90 or the student is in care"
        }) {
            refused(attendance("AT_MOST", value));
            refused(attendance("IS", value));
            refused(post("/condition", "sort", "ATTRIBUTE", "key", "sen_provision", "verb", "IS", "v0", value));
            refused(post("/condition", "sort", "TERM", "key", "", "verb", "IN_TERM", "v0", value));
            refused(post("/condition", "sort", "TODAY", "key", "", "verb", "BEFORE", "v0", value));
            refused(post(
                    "/condition", "sort", "TODAY", "key", "", "verb", "IN_FIRST", "v0", value + "x", "v0-of", value));
            refused(post("/condition", "sort", "HELP", "key", "ATT-01", "verb", "OFFERED", "v0", value + "x"));
            refused(post("/consequence", "act", "FLAG", "what", value, "severity", value + "x"));
            refused(post("/consequence", "act", "ADD_POINTS", "what", value, "points", value + "x"));
            refused(post("/consequence", "act", "RECOMMEND", "what", value + "x", "due", value));
            refused(post("/consequence", "act", "RECOMMEND", "what", "ATT-01", "otherDue", value));
            refused(post("/consequence", "act", "RULE_OUT", "what", value));
            refused(post("/group", "line", "8", "kind", value, "number", value));
            refused(post("/field", "field", "In force", "value", value + "x"));
            refused(post("/field", "field", "Review by", "value", value + "x"));
        }
        assertThat(text()).isEqualTo(TEXT);
    }

    private void refused(Picking.Page page) {
        assertThat(page.status()).as(page.words()).isEqualTo(422);
        assertThat(text()).isEqualTo(TEXT);
    }

    @Test
    void whatIsNotThereIsNotFoundAndNoPageBreaks() {
        for (String line : new String[] {"1", "99", "0", "-3", "99999", "abc", "999999999999"}) {
            assertThat(get("/condition", "line", line).status()).as(line).isIn(200, 404);
            assertThat(get("/line", "line", line).status()).as(line).isIn(200, 404);
            assertThat(get("/group", "line", line).status()).as(line).isIn(200, 404);
            assertThat(post("/lines", "do", "remove-" + line).status()).as(line).isEqualTo(303);
            assertThat(get("", "revision", line, "base", line).status())
                    .as(line)
                    .isEqualTo(200);
            assertThat(get("/condition", "revision", line, "base", line).status())
                    .as(line)
                    .isIn(200, 404);
        }
        assertThat(text()).isEqualTo(TEXT);
        assertThat(picking.get(at(""), "path", PATH, "name", "No such").status())
                .isEqualTo(404);
        assertThat(picking.get(at(""), "path", "../secrets.txt", "name", NAME).status())
                .isEqualTo(404);
        assertThat(picking.get(at(""), "path", "tables/roni.csv", "name", "").status())
                .isEqualTo(404);
        assertThat(get("/field", "field", "When").status()).isEqualTo(404);
        assertThat(post("/condition", "sort", "ATTRIBUTE", "key", "no_such").words())
                .contains("What is the condition about?");
        assertThat(post("/line", "words", "# hidden").status()).isEqualTo(422);
        assertThat(post("/field", "field", "Because", "value", "one\n# two").status())
                .isEqualTo(422);
    }

    @Test
    void aReasonOfSeveralLinesIsNothingButAReason() {
        saved(post(
                "/field", "field", "Because", "value", "attendance is {attendance}\r\nThen\r\n  flag \"X\" as high"));
        assertThat(text())
                .isEqualTo(TEXT.replaceFirst(
                        "    attendance is \\{attendance}\n",
                        "    attendance is {attendance}\n    Then\n    flag \"X\" as high\n"));
        assertThat(get("").words()).doesNotContain("Change : flag \"X\" as high");
    }

    @Test
    void aNewRuleIsPickedTogetherStepByStep() {
        Picking.Page begun = picking.post(at("/new"), "rule", "Years + more; {x}", "why", "", "topic", "");
        assertThat(begun.words()).contains("It separates rules", "Enter why the school asks this", "Choose a topic");
        begun = picking.post(
                at("/new"),
                "rule",
                "Sixth & {form} + more",
                "why",
                "Because it helps.",
                "owner",
                "",
                "topic",
                "Our sixth form");
        saved(begun);
        Picking.Page subjects = picking.get(begun.location());
        assertThat(subjects.words()).contains("What is the condition about?", "Special category");
        String path = "topics/our-sixth-form.txt";
        String name = "Sixth & {form} + more";
        Picking.Page condition = picking.post(
                at("/condition"),
                "path",
                path,
                "name",
                name,
                "making",
                "yes",
                "sort",
                "ATTRIBUTE",
                "key",
                "attendance_pct",
                "verb",
                "BELOW",
                "v0",
                "80");
        saved(condition);
        assertThat(picking.get(condition.location()).words()).contains("What follows?");
        Picking.Page follows = picking.post(
                at("/consequence"),
                "path",
                path,
                "name",
                name,
                "making",
                "yes",
                "act",
                "FLAG",
                "what",
                "Sixth form",
                "severity",
                "low");
        saved(follows);
        Picking.Page reason = picking.get(follows.location());
        assertThat(reason.html()).contains("attendance is {attendance}");
        Picking.Page done = picking.post(
                at("/field"),
                "path",
                path,
                "name",
                name,
                "making",
                "yes",
                "field",
                "Because",
                "value",
                "attendance is {attendance}");
        saved(done);
        assertThat(picking.get(done.location()).words())
                .contains(name, "attendance is below 80%", "No problems in this rule");
    }

    @Test
    void whoeverApprovesLooksAndNobodyElseGetsIn() {
        Picking leader = new Picking(port, school.person(Role.SENIOR_LEADER));
        assertThat(leader.get(at(""), with()).words())
                .contains("attendance is 85% or below")
                .doesNotContain("Add a condition");
        assertThat(leader.post(at("/lines"), with("do", "remove-5")).status()).isEqualTo(403);
        assertThat(leader.get(at("/condition"), with()).status()).isEqualTo(403);
        Picking adviser = new Picking(port, school.person(Role.ADVISER));
        assertThat(adviser.get(at(""), with()).status()).isEqualTo(403);
        Picking stranger = new Picking(port, schools.school().person(Role.HEAD_OF_DESTINATIONS));
        assertThat(stranger.get(at(""), with()).status()).isEqualTo(404);
        assertThat(stranger.post(at("/lines"), with("do", "remove-5")).status()).isEqualTo(404);
    }
}
