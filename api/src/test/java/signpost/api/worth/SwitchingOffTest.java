package signpost.api.worth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
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
import signpost.api.drafts.DraftBooks;
import signpost.api.drafts.TestDrafts;
import signpost.api.pages.Mistakes;
import signpost.api.rulebooks.BookInForce;
import signpost.api.rulebooks.Owner;
import signpost.api.schools.Role;
import signpost.api.schools.Schools;
import signpost.api.schools.StaffMember;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestSchools;
import signpost.engine.rulebook.BookFiles;

/** A rule is switched off by a draft that says why, and by nothing else. */
@SignpostTest
class SwitchingOffTest {

    private static final String RULE = "Persistent absence";
    private static final String FILE = "topics/attendance.txt";

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
    Written written;

    @Autowired
    Clock clock;

    private TestSchools.TestSchool school;
    private StaffMember head;

    @BeforeEach
    void aHead() {
        school = schools.school();
        head = person(Role.HEAD_OF_DESTINATIONS);
    }

    @Test
    void aRuleOfOnesOwnEndsYesterdayAndTheRestOfItsFileStaysByteForByte() {
        String before = text(in(() -> written.own(head, own())), FILE);

        String after = text(drafted(RULE, "  The team\r\n\r\nRule: Another\tlooks after it.  "), FILE);

        String yesterday =
                signpost.engine.vocabulary.Dates.words(LocalDate.now(clock).minusDays(1));
        assertThat(after)
                .isEqualTo(before.replaceFirst(
                                "Rule: Persistent absence",
                                "# Switched off from "
                                        + signpost.engine.vocabulary.Dates.words(LocalDate.now(clock))
                                        + ": The team Rule: Another looks after it.\nRule: Persistent absence")
                        .replaceFirst(
                                "In force: from 1 September 2026", "In force: from 1 September 2026 to " + yesterday));
        assertThat(in(() -> book.agreed().book().rule(RULE)).orElseThrow().to())
                .as("the rule in force")
                .isEmpty();
    }

    @Test
    void whatScenariosStillExpectIsToldBeforeTheDraftIsProposed() {
        ModelAndView there = switchOff(head, RULE, "The team looks after it.");

        assertThat(there.getViewName())
                .startsWith("redirect:/rule-book/drafts/")
                .doesNotContain("proposal");
        BookFiles own = drafted(there);
        assertThat(in(() -> books.of(school.id(), own(), own)).problems())
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.place().file()).contains("scenarios"));
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
    void aRowOfATableIsLeftToItsTable() {
        String row = in(() -> book.agreed().book().rules()).stream()
                .filter(rule -> rule.place().file().endsWith(".csv"))
                .findFirst()
                .orElseThrow()
                .name();

        assertThat(mistakes(switchOff(head, row, "No longer")).about("why").orElse(""))
                .startsWith("This rule is a row of the table tables/roni.csv.");
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
        var authorities = AuthorityUtils.createAuthorityList(
                person.permissions().stream().map(Enum::name).toList());
        SecurityContextHolder.getContext()
                .setAuthentication(new UsernamePasswordAuthenticationToken(person, "", authorities));
        try {
            return in(() -> pages.switchOff(rule, why, person, new RedirectAttributesModelMap()));
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
