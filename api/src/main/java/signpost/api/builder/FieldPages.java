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
import signpost.api.schools.StaffMember;
import signpost.engine.writing.RuleText;
import signpost.engine.writing.RuleView;

/** Changes the name, the reason or another field of a rule. */
@Controller
@RequestMapping("/rule-book/drafts/{id}/rule/field")
@PreAuthorize("hasAuthority('EDIT_RULE_BOOK')")
class FieldPages {

    private final OpenRules rules;

    FieldPages(OpenRules rules) {
        this.rules = rules;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal StaffMember person) {
        OpenRule rule = rules.open(person, id, sent);
        Spot spot = Spot.of(sent);
        FieldForm field = FieldForm.of(sent.getOrDefault("field", "")).orElseThrow(OpenRules::none);
        RuleView view = rules.builder(person, rule).view(rule.text());
        String value = view.fields().stream()
                .filter(one -> one.name().equals(field.name()))
                .findFirst()
                .map(RuleView.FieldView::value)
                .orElse(rule.name());
        boolean suggested = spot.making() && value.isEmpty() && field.name().equals(FieldForm.BECAUSE);
        return page(
                rule,
                spot,
                field,
                suggested ? NewRule.because(rules.builder(person, rule), view) : value,
                Mistakes.NONE);
    }

    @PostMapping
    ModelAndView save(
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        OpenRule rule = rules.open(person, id, sent);
        FieldForm field = FieldForm.of(sent.getOrDefault("field", "")).orElseThrow(OpenRules::none);
        String value = field.typed(sent.getOrDefault("value", ""));
        Optional<String> wrong = field.wrong(rule, value);
        if (wrong.isPresent()) {
            ModelAndView page =
                    page(rule, Spot.of(sent), field, value, new Mistakes(List.of(new Mistake("value", wrong.get()))));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        RuleText changed = rule.text().with(field.name(), value);
        boolean named = field.name().equals(FieldForm.NAME);
        String then = named ? OpenRule.address(id, rule.path(), value) : rule.address();
        return rules.saved(person, rule, changed, "Saved.", then, next);
    }

    private static ModelAndView page(OpenRule rule, Spot spot, FieldForm field, String value, Mistakes mistakes) {
        ModelAndView page = new ModelAndView("builder-field");
        page.addObject("rule", rule);
        page.addObject("spot", spot);
        page.addObject("field", field);
        page.addObject("value", value);
        page.addObject("mistakes", mistakes);
        return page;
    }
}
