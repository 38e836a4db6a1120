package signpost.api.worth;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import signpost.api.drafts.Beginning;
import signpost.api.drafts.Desk;
import signpost.api.drafts.Draft;
import signpost.api.drafts.DraftBook;
import signpost.api.drafts.DraftBooks;
import signpost.api.pages.FreeText;
import signpost.api.pages.Mistake;
import signpost.api.pages.Mistakes;
import signpost.api.pages.SeeOther;
import signpost.api.rulebooks.Owner;
import signpost.api.schools.Permission;
import signpost.api.schools.StaffMember;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.rulebook.Rule;

/** A rule's own page: what it says, what came of it, and where to change it or switch it off by way of a draft. */
@Controller
@RequestMapping("/rule-book/rule")
@PreAuthorize("hasAuthority('SEE_RULE_BOOK')")
class RulePages {

    private static final int LONGEST_REASON = 300;

    private final Written written;
    private final RuleView view;
    private final Desk desk;
    private final Beginning beginning;
    private final DraftBooks books;

    RulePages(Written written, RuleView view, Desk desk, Beginning beginning, DraftBooks books) {
        this.written = written;
        this.view = view;
        this.desk = desk;
        this.beginning = beginning;
        this.books = books;
    }

    @GetMapping
    ModelAndView show(@RequestParam(defaultValue = "") String name, @AuthenticationPrincipal StaffMember person) {
        return page(person, found(person, name), "", Mistakes.NONE);
    }

    private ModelAndView page(StaffMember person, Written.Found found, String why, Mistakes mistakes) {
        List<Draft> open = person.may(Permission.EDIT_RULE_BOOK)
                ? whose(found, person)
                        .map(owner -> beginning.open(owner, person))
                        .orElse(List.of())
                : List.of();
        return view.page(person, found, why, mistakes).addObject("open", open);
    }

    /** A draft in which to change the rule, open at its line. */
    @PostMapping("/change")
    @PreAuthorize("hasAuthority('EDIT_RULE_BOOK')")
    ModelAndView change(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String draft,
            @AuthenticationPrincipal StaffMember person) {
        Written.Found found = found(person, name);
        Optional<Owner> owner = whose(found, person);
        if (owner.isEmpty()) {
            return tighten(found, person);
        }
        Rule rule = found.rule();
        Optional<Draft> chosen = beginning.open(owner.get(), person).stream()
                .filter(one -> one.id().toString().equals(draft))
                .findFirst();
        UUID id =
                chosen.map(Draft::id).orElseGet(() -> beginning.draft(owner.get(), rule.name(), "", Map.of(), person));
        BookFiles own = chosen.map(
                        one -> books.of(person.schoolId(), owner.get(), one).own())
                .orElseGet(() -> written.own(person, owner.get()));
        return SeeOther.at(address(id, rule, own));
    }

    /** Where a rule is changed in a draft: picked together, row by row, or among all files where it is not in sight. */
    private static String address(UUID draft, Rule rule, BookFiles own) {
        String path = Written.path(rule, own);
        if (Written.unit(own, path, "Rule", rule.name()).isPresent()) {
            return Beginning.picking(draft, path, rule.name());
        }
        return own.paths().contains(path) && path.endsWith(".csv")
                ? Beginning.table(draft, path)
                : "/rule-book/drafts/" + draft;
    }

    /** In whose book a person changes a rule; nothing where they may only tighten it. */
    private Optional<Owner> whose(Written.Found found, StaffMember person) {
        return found.trusts()
                ? desk.owners(person).stream().filter(Owner::trust).findFirst()
                : Optional.of(found.owners().school());
    }

    /** A draft without the rule; nothing is off before somebody else has approved it. */
    @PostMapping("/switch-off")
    @PreAuthorize("hasAuthority('EDIT_RULE_BOOK')")
    ModelAndView switchOff(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String why,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        Written.Found found = found(person, name);
        String reason = FreeText.clean(why).replaceAll("\\s+", " ");
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            return refused(person, found, why, "Enter why, in " + LONGEST_REASON + " characters or fewer");
        }
        if (found.why().isPresent()) {
            return refused(person, found, why, "This rule is switched off already");
        }
        Owner school = found.owners().school();
        BookFiles own = written.own(person, school);
        return switched(person, found, own, SwitchingOff.off(found.rule(), found.origin(), own, reason), why, next);
    }

    /** A draft in which the rule counts again, as it was, with its scenarios. */
    @PostMapping("/switch-on")
    @PreAuthorize("hasAuthority('EDIT_RULE_BOOK')")
    ModelAndView switchOn(
            @RequestParam(defaultValue = "") String name,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        Written.Found found = found(person, name);
        if (!found.schoolsOff()) {
            return refused(person, found, "", "This rule is not switched off by the school");
        }
        BookFiles own = written.own(person, found.owners().school());
        SwitchingOff.Result on = found.off()
                .map(off -> SwitchingOff.onAgain(
                        found.rule(), Written.path(off.place().file(), own), own))
                .orElseGet(() -> SwitchingOff.on(found.rule(), own));
        return switched(person, found, own, on, "", next);
    }

    private ModelAndView switched(
            StaffMember person,
            Written.Found found,
            BookFiles own,
            SwitchingOff.Result result,
            String why,
            RedirectAttributes next) {
        if (result instanceof SwitchingOff.Result.Refused no) {
            return refused(person, found, why, no.because());
        }
        boolean on = found.why().isPresent();
        SwitchingOff.Result.Edited edited = (SwitchingOff.Result.Edited) result;
        Map<String, String> texts = Map.of(edited.path(), edited.text());
        Owner school = found.owners().school();
        UUID draft = beginning.draft(
                school, (on ? "Switch on: " : "Switch off: ") + found.rule().name(), why, texts, person);
        DraftBook book =
                books.of(person.schoolId(), school, BookFiles.ofTexts(texts).over(own, own.paths()));
        boolean sound = book.problems().isEmpty();
        next.addFlashAttribute("done", said(on, sound, book.waiting()));
        return SeeOther.at("/rule-book/drafts/" + draft + (sound ? "/proposal" : ""));
    }

    /** What was made, and what becomes of the scenarios that need the rule. */
    private static String said(boolean on, boolean sound, int waiting) {
        String made = on
                ? "A draft with the rule on was made. The rule stays off until somebody else has approved it."
                : "A draft without the rule was made. The rule stays in force until somebody else has approved it.";
        String aside = waiting == 0
                ? ""
                : waiting == 1
                        ? " 1 scenario waits for what is switched off: it is kept, and tried again once that is on."
                        : " " + waiting
                                + " scenarios wait for what is switched off: they are kept, and tried again once that is on.";
        return made + (sound ? aside : " Something else is wrong in the book: look at each problem below.");
    }

    private ModelAndView tighten(Written.Found found, StaffMember person) {
        Owner school = found.owners().school();
        BookFiles trusts = written.own(person, found.owners().trust().orElse(school));
        Tightening.Begun begun = Tightening.of(found.rule(), written.own(person, school), trusts);
        UUID draft = beginning.draft(school, "Tighten: " + found.rule().name(), "", begun.texts(), person);
        return SeeOther.at(Beginning.address(draft, begun.path(), begun.line()));
    }

    private ModelAndView refused(StaffMember person, Written.Found found, String why, String because) {
        ModelAndView page = page(person, found, why, new Mistakes(List.of(new Mistake("why", because))));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private Written.Found found(StaffMember person, String name) {
        return written.rule(person, name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
