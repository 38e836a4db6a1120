package signpost.api.worth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;
import signpost.api.drafts.DraftBook;
import signpost.api.drafts.DraftBooks;
import signpost.api.drafts.TestDrafts;
import signpost.api.pages.Mistakes;
import signpost.api.publishing.TestBooks;
import signpost.api.rulebooks.BookInForce;
import signpost.api.rulebooks.Owner;
import signpost.api.schools.Role;
import signpost.api.schools.Schools;
import signpost.api.schools.StaffMember;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestSchools;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.rulebook.Origin;
import signpost.engine.rulebook.Rule;

/** A rule is switched off by a draft that says why, and by nothing else. */
@SignpostTest
class SwitchingOffTest {

    private static final String RULE = "Persistent absence";
    private static final String FILE = "topics/attendance.txt";
    private static final String ROW = "RONI carer";
    private static final String TABLE = "tables/roni.csv";

    @Autowired
    RulePages pages;

    @Autowired
    TestDrafts drafts;

    @Autowired
    DraftBooks books;

    @Autowired
    BookInForce book;

    @Autowired
    TestSchools schools;

    @Autowired
    Schools all;

    @Autowired
    TestBooks published;

    @Autowired
    Written written;

    private TestSchools.TestSchool school;
    private StaffMember head;

    @BeforeEach
    void aHead() {
        school = schools.school();
        head = person(Role.HEAD_OF_DESTINATIONS);
    }

    @Test
    void aRuleOfOnesOwnIsMarkedAndTheRestOfItsFileStaysByteForByte() {
        String before = text(in(() -> written.own(head, own())), FILE);

        String after = text(drafted(RULE, "  The team\r\n\r\nRule: Another\tlooks after it.  "), FILE);

        int rule = before.indexOf("Rule: " + RULE);
        int when = before.indexOf("  When", rule);
        assertThat(after)
                .isEqualTo(before.substring(0, when)
                        + "  Switched off: The team Rule: Another looks after it.\n"
                        + before.substring(when));
        assertThat(in(() -> book.agreed().book().rule(RULE)).orElseThrow().off())
                .as("the rule in force")
                .isEmpty();
    }

    @Test
    void theDraftCanBeProposedAtOnceAndItsScenariosWait() {
        RedirectAttributesModelMap next = new RedirectAttributesModelMap();

        ModelAndView there = as(head, () -> pages.switchOff(RULE, "The team looks after it.", head, next));

        assertThat(there.getViewName())
                .startsWith("redirect:/rule-book/drafts/")
                .endsWith("/proposal");
        BookFiles own = drafted(there);
        DraftBook draft = in(() -> books.of(school.id(), own(), own));
        assertThat(draft.problems()).isEmpty();
        assertThat(draft.waiting()).isGreaterThan(3);
        assertThat(String.valueOf(next.getFlashAttributes().get("done")))
                .contains(draft.waiting() + " scenarios wait for what is switched off: they are kept");
    }

    @Test
    void rulesFromTheBeginningTheMiddleAndTheEndOfTheBookCanBeSwitchedOff() {
        BookFiles own = in(() -> written.own(head, own()));
        List<Rule> rules = in(() -> book.agreed().book().rules());

        for (Rule rule : List.of(rules.get(0), rules.get(rules.size() / 2), rules.get(rules.size() - 1))) {
            var off = (SwitchingOff.Result.Edited) SwitchingOff.off(rule, rule.origin(), own, "Not now");
            BookFiles without =
                    BookFiles.ofTexts(Map.of(off.path(), off.text())).over(own, own.paths());
            assertThat(in(() -> books.of(school.id(), own(), without)).problems())
                    .as(rule.name())
                    .isEmpty();
        }
    }

    @Test
    void switchedOnAgainEveryFileIsAsItWas() {
        BookFiles own = in(() -> written.own(head, own()));
        for (String name : List.of(RULE, ROW)) {
            Rule rule = in(() -> book.agreed().book().rule(name)).orElseThrow();
            var off = (SwitchingOff.Result.Edited) SwitchingOff.off(rule, rule.origin(), own, "Not now");
            BookFiles without =
                    BookFiles.ofTexts(Map.of(off.path(), off.text())).over(own, own.paths());

            var on = (SwitchingOff.Result.Edited) SwitchingOff.on(rule, without);

            BookFiles again = BookFiles.ofTexts(Map.of(on.path(), on.text())).over(own, own.paths());
            DraftBook draft = in(() -> books.of(school.id(), own(), again));
            assertThat(draft.problems()).isEmpty();
            assertThat(draft.waiting()).isZero();
            assertThat(on.text().replace(",Switched off", "").replaceAll("(?m),+$", ""))
                    .isEqualTo(text(own, on.path()).replaceAll("(?m),+$", ""));
        }
    }

    @Test
    void aRuleOfTheTrustIsSwitchedOffByName() {
        UUID trust = all.trust("Trust " + UUID.randomUUID());
        all.join(school.id(), trust);

        BookFiles own = drafted(RULE, "Our tutors do this.");

        assertThat(text(own, "topics/switched-off.txt"))
                .isEqualTo("Switch off: Persistent absence\n  Why: Our tutors do this.\n");
    }

    @Test
    void onceInForceTheRuleIsOffAndItsPageSwitchesItOnAgain() {
        BookFiles before = in(() -> written.own(head, own()));
        var off = (SwitchingOff.Result.Edited) SwitchingOff.off(
                in(() -> book.agreed().book().rule(RULE)).orElseThrow(), Origin.BOOK, before, "Not now");
        published.publish(school, Map.of(off.path(), off.text()));

        assertThat(in(() -> book.agreed().book().rule(RULE)).orElseThrow().off())
                .contains("Not now");
        assertThat(mistakes(switchOff(head, RULE, "Again")).about("why")).contains("This rule is switched off already");
        ModelAndView there = as(head, () -> pages.switchOn(RULE, head, new RedirectAttributesModelMap()));
        assertThat(there.getViewName()).endsWith("/proposal");
        assertThat(text(drafted(there), FILE)).isEqualTo(text(before, FILE));
    }

    @Test
    void whatTheSchoolDidWithoutCanComeBackFromItsTrust() {
        UUID trust = all.trust("Trust " + UUID.randomUUID());
        all.join(school.id(), trust);
        BookFiles off = drafted(RULE, "Our tutors do this.");
        Rule rule = in(() -> book.agreed().book().rule(RULE)).orElseThrow();

        var on = (SwitchingOff.Result.Edited) SwitchingOff.onAgain(rule, "topics/switched-off.txt", off);

        assertThat(on.text()).isBlank();
    }

    @Test
    void aRowOfATableIsMarkedInItsTableAndOtherRowsKeepTheirBytes() {
        List<String> before =
                text(in(() -> written.own(head, own())), TABLE).lines().toList();

        ModelAndView there = switchOff(head, ROW, "Our figures, \"Autumn\", say nothing");

        assertThat(there.getViewName()).endsWith("/proposal");
        List<String> after = text(drafted(there), TABLE).lines().toList();
        assertThat(after).hasSameSizeAs(before);
        List<String> changed =
                after.stream().filter(line -> !before.contains(line)).toList();
        assertThat(changed).hasSize(2);
        assertThat(changed.get(0)).startsWith("Rule,").endsWith(",Switched off");
        assertThat(changed.get(1)).startsWith(ROW).endsWith(",\"Our figures, \"\"Autumn\"\", say nothing\"");
    }

    @Test
    void whatIsOnIsNotSwitchedOn() {
        assertThat(mistakes(as(head, () -> pages.switchOn(RULE, head, new RedirectAttributesModelMap())))
                        .about("why"))
                .isPresent();
    }

    @Test
    void aReasonIsNeeded() {
        assertThat(mistakes(switchOff(head, RULE, " ")).about("why")).isPresent();
    }

    @Test
    void nobodyElseSwitchesOff() {
        for (Role role : List.of(Role.ADVISER, Role.TUTOR, Role.SENIOR_LEADER)) {
            StaffMember person = person(role);
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> switchOff(person, RULE, "Why not"))
                    .isInstanceOf(AccessDeniedException.class);
        }
    }

    private BookFiles drafted(String rule, String why) {
        return drafted(switchOff(head, rule, why));
    }

    private BookFiles drafted(ModelAndView there) {
        String address = String.valueOf(there.getViewName());
        assertThat(address).startsWith("redirect:/rule-book/drafts/");
        UUID draft = UUID.fromString(address.split("/", -1)[3]);
        return in(() -> drafts.own(school.id(), own(), draft));
    }

    private ModelAndView switchOff(StaffMember person, String rule, String why) {
        return as(person, () -> pages.switchOff(rule, why, person, new RedirectAttributesModelMap()));
    }

    private ModelAndView as(StaffMember person, Supplier<ModelAndView> does) {
        var authorities = AuthorityUtils.createAuthorityList(
                person.permissions().stream().map(Enum::name).toList());
        SecurityContextHolder.getContext()
                .setAuthentication(new UsernamePasswordAuthenticationToken(person, "", authorities));
        try {
            return in(does);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static Mistakes mistakes(ModelAndView page) {
        return (Mistakes) Map.copyOf(page.getModel()).get("mistakes");
    }

    private static String text(BookFiles files, String path) {
        return new String(files.bytes(path), StandardCharsets.UTF_8);
    }

    private Owner own() {
        return new Owner(school.id(), false, school.name());
    }

    private StaffMember person(Role role) {
        var added = school.person(role);
        return new StaffMember(
                added.accountId(), added.staffId(), added.displayName(), school.id(), school.name(), Set.of(role));
    }

    private <T> T in(Supplier<T> work) {
        return schools.scope().within(school.id(), work);
    }
}
