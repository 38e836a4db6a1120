package signpost.api.builder;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import signpost.api.drafts.DraftBook;
import signpost.api.drafts.DraftBooks;
import signpost.api.pages.SeeOther;
import signpost.api.schools.StaffMember;
import signpost.engine.text.Problem;
import signpost.engine.writing.RuleText;
import signpost.engine.writing.RuleView;

/** One rule of a draft as a list of sentences, each to change, to move or to take away. */
@Controller
@RequestMapping("/rule-book/drafts/{id}/rule")
@PreAuthorize("hasAnyAuthority('EDIT_RULE_BOOK', 'APPROVE_RULE_BOOK')")
class SentencePages {

    private final OpenRules rules;
    private final DraftBooks books;

    SentencePages(OpenRules rules, DraftBooks books) {
        this.rules = rules;
        this.books = books;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal StaffMember person) {
        // As it is now, whatever the address says of earlier.
        OpenRule rule = rules.open(
                person, id, Map.of("path", sent.getOrDefault("path", ""), "name", sent.getOrDefault("name", "")));
        RuleView view = rules.builder(person, rule).view(rule.text());
        DraftBook book = books.of(person.schoolId(), rule.opened().owner(), rule.draft());
        List<Problem> problems = book.problems();
        List<Problem> here = of(rule, problems);
        ModelAndView page = new ModelAndView("builder-rule");
        page.addObject("rule", rule);
        page.addObject("tightens", view.header().equalsIgnoreCase("Tighten"));
        page.addObject("said", RuleSentences.of(rule, view, here));
        page.addObject("here", here);
        page.addObject("notes", of(rule, book.notes()));
        page.addObject("elsewhere", problems.size() - here.size());
        return page;
    }

    private static List<Problem> of(OpenRule rule, List<Problem> problems) {
        return problems.stream()
                .filter(problem -> problem.place().file().equals(rule.path()))
                .filter(problem -> problem.place().line() >= rule.part().line()
                        && problem.place().line() <= last(rule))
                .toList();
    }

    private static int last(OpenRule rule) {
        return rule.part().line()
                + (int) rule.part().rule().stripTrailing().lines().count()
                - 1;
    }

    /** Moves a line, or takes it away. */
    @PostMapping("/lines")
    @PreAuthorize("hasAuthority('EDIT_RULE_BOOK')")
    ModelAndView lines(
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        OpenRule rule = rules.open(person, id, sent);
        Optional<Changed> changed = changed(rule.text(), sent.getOrDefault("do", ""));
        if (changed.isEmpty()) {
            next.addFlashAttribute("refused", "This line is not there, or cannot move further. Nothing was changed.");
            return SeeOther.at(rule.address());
        }
        return rules.saved(person, rule, changed.get().text(), changed.get().done(), rule.address(), next);
    }

    private record Changed(RuleText text, String done) {}

    private static Optional<Changed> changed(RuleText rule, String wanted) {
        if (!wanted.matches("(up|down|remove)-[0-9]{1,5}")) {
            return Optional.empty();
        }
        int dash = wanted.indexOf('-');
        int line = Integer.parseInt(wanted.substring(dash + 1));
        String words = rule.taken(line)
                .map(taken -> "“" + taken.get(0) + "”" + (taken.size() > 1 ? " and what is in it" : ""))
                .orElse("");
        return switch (wanted.substring(0, dash)) {
            case "up" -> rule.movedUp(line).map(text -> new Changed(text, "Moved up: " + words + "."));
            case "down" -> rule.movedDown(line).map(text -> new Changed(text, "Moved down: " + words + "."));
            default -> rule.removed(line).map(text -> new Changed(text, "Removed: " + words + "."));
        };
    }

    /** Takes the rule out of the draft. */
    @PostMapping("/remove")
    @PreAuthorize("hasAuthority('EDIT_RULE_BOOK')")
    ModelAndView remove(
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        OpenRule rule = rules.open(person, id, sent);
        String done = "The rule “" + rule.name() + "” was taken out of the draft.";
        return rules.saved(person, rule, rule.with(""), done, "/rule-book/drafts/" + id, next);
    }
}
