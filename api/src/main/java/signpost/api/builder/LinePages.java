package signpost.api.builder;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
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
import signpost.api.pages.Mistake;
import signpost.api.pages.Mistakes;
import signpost.api.pages.SeeOther;
import signpost.api.schools.StaffMember;
import signpost.engine.writing.RuleText;
import signpost.engine.writing.RuleView;
import signpost.engine.writing.Section;

/** Changes one line of a rule as text: for what no form offers, and for those who know the words. */
@Controller
@RequestMapping("/rule-book/drafts/{id}/rule/line")
@PreAuthorize("hasAuthority('EDIT_RULE_BOOK')")
class LinePages {

    private static final int LONGEST = 1_000;

    private final OpenRules rules;

    LinePages(OpenRules rules) {
        this.rules = rules;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal StaffMember person) {
        OpenRule rule = rules.open(person, id, sent);
        Spot spot = Spot.of(sent);
        if (spot.adds()) {
            return page(rule, spot, sent, "", "", Mistakes.NONE);
        }
        RuleView view = rules.builder(person, rule).view(rule.text());
        Optional<RuleView.ConditionView> condition = Lines.condition(view, spot.line());
        Optional<RuleView.DeedView> deed = Lines.deed(view, spot.line());
        String words = condition
                .map(RuleView.ConditionView::text)
                .or(() -> deed.map(RuleView.DeedView::text))
                .orElseThrow(OpenRules::none);
        String trouble = condition
                .map(RuleView.ConditionView::trouble)
                .or(() -> deed.map(RuleView.DeedView::trouble))
                .orElse("");
        return page(rule, spot, sent, words, trouble, Mistakes.NONE);
    }

    @PostMapping
    ModelAndView save(
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        OpenRule rule = rules.open(person, id, sent);
        Spot spot = Spot.of(sent);
        String words = Typed.oneLine(sent.get("words"));
        Optional<String> wrong = wrong(words);
        if (wrong.isPresent()) {
            Mistakes mistakes = new Mistakes(List.of(new Mistake("words", wrong.get())));
            ModelAndView page = page(rule, spot, sent, words, "", mistakes);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        Optional<RuleText> changed = spot.adds()
                ? rule.text().added(section(sent), spot.parent(), spot.at(), words)
                : rule.text().replaced(spot.line(), words);
        if (changed.isEmpty()) {
            next.addFlashAttribute("refused", "This line is not there. Nothing was changed.");
            return SeeOther.at(rule.address());
        }
        return rules.saved(person, rule, changed.get(), "Saved: “" + words + "”.", rule.address(), next);
    }

    private static Optional<String> wrong(String words) {
        if (words.isEmpty() || words.equalsIgnoreCase("and")) {
            return Optional.of("Enter the words of the line");
        }
        if (words.replaceFirst("(?i)^and ", "").startsWith("#")) {
            return Optional.of("A line cannot begin with #: that would be a note. Write notes in the text of the file");
        }
        return words.length() > LONGEST ? Optional.of("Enter " + LONGEST + " characters or fewer") : Optional.empty();
    }

    private static Section section(Map<String, String> sent) {
        return sent.getOrDefault("under", "").equals("then") ? Section.THEN : Section.WHEN;
    }

    private static ModelAndView page(
            OpenRule rule, Spot spot, Map<String, String> sent, String words, String trouble, Mistakes mistakes) {
        ModelAndView page = new ModelAndView("builder-line");
        page.addObject("rule", rule);
        page.addObject("spot", spot);
        page.addObject("under", section(sent) == Section.THEN ? "then" : "when");
        page.addObject("words", words);
        page.addObject("trouble", trouble);
        page.addObject("mistakes", mistakes);
        return page;
    }
}
