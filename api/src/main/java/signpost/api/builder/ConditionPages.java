package signpost.api.builder;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import signpost.api.pages.Mistakes;
import signpost.api.pages.SeeOther;
import signpost.api.schools.StaffMember;
import signpost.engine.writing.Builder;
import signpost.engine.writing.Matter;
import signpost.engine.writing.Picks;
import signpost.engine.writing.RuleText;
import signpost.engine.writing.RuleView;
import signpost.engine.writing.Saying;
import signpost.engine.writing.Section;

/** Picks a condition: first what it is about, then what it says of it. */
@Controller
@RequestMapping("/rule-book/drafts/{id}/rule/condition")
@PreAuthorize("hasAuthority('EDIT_RULE_BOOK')")
class ConditionPages {

    private final OpenRules rules;

    ConditionPages(OpenRules rules) {
        this.rules = rules;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal StaffMember person) {
        OpenRule rule = rules.open(person, id, sent);
        Builder builder = rules.builder(person, rule);
        Spot spot = Spot.of(sent);
        Optional<RuleView.ConditionView> line = Lines.condition(builder.view(rule.text()), spot.line());
        if (!spot.adds() && line.isEmpty()) {
            throw OpenRules.none();
        }
        Optional<PickForm> written = line.flatMap(RuleView.ConditionView::pick)
                .flatMap(pick -> Subjects.find(builder.picks(), pick.sort().name(), pick.key())
                        .flatMap(matter -> PickForm.of(matter, pick)));
        Optional<Matter> asked =
                Subjects.find(builder.picks(), sent.getOrDefault("sort", ""), sent.getOrDefault("key", ""));
        if (asked.isPresent()) {
            PickForm form =
                    written.filter(one -> one.matter().equals(asked.get())).orElseGet(() -> PickForm.of(asked.get()));
            return form(rule, spot, form, builder.picks(), Mistakes.NONE);
        }
        return written.isEmpty() || sent.containsKey("subject")
                ? subjects(rule, spot, builder.picks(), sent.getOrDefault("q", ""))
                : form(rule, spot, written.get(), builder.picks(), Mistakes.NONE);
    }

    @PostMapping
    ModelAndView save(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        Map<String, String> single = sent.toSingleValueMap();
        OpenRule rule = rules.open(person, id, single);
        Picks picks = rules.builder(person, rule).picks();
        Spot spot = Spot.of(single);
        Optional<Matter> matter = Subjects.find(picks, single.getOrDefault("sort", ""), single.getOrDefault("key", ""));
        if (matter.isEmpty()) {
            return subjects(rule, spot, picks, "");
        }
        PickForm form = PickForm.of(matter.get(), sent);
        if (single.containsKey("again")) {
            return form(rule, spot, form, picks, Mistakes.NONE);
        }
        Mistakes mistakes = form.mistakes(picks);
        if (!mistakes.none() || !(picks.say(form.pick()) instanceof Saying.Said said)) {
            ModelAndView page = form(rule, spot, form, picks, mistakes);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        Optional<RuleText> changed = changed(rule.text(), spot, said.line());
        if (changed.isEmpty()) {
            next.addFlashAttribute("refused", "This line is not there. Nothing was changed.");
            return SeeOther.at(rule.address());
        }
        return rules.saved(
                person,
                rule,
                changed.get(),
                "Saved: “" + said.line() + "”.",
                NewRule.then(rule, spot, "consequence"),
                next);
    }

    private static Optional<RuleText> changed(RuleText rule, Spot spot, String line) {
        if (!spot.adds()) {
            return rule.replaced(spot.line(), line);
        }
        return spot.head()
                .map(head -> rule.addedGroup(spot.parent(), spot.at(), head, java.util.List.of(line)))
                .orElseGet(() -> rule.added(Section.WHEN, spot.parent(), spot.at(), line));
    }

    private static ModelAndView subjects(OpenRule rule, Spot spot, Picks picks, String wanted) {
        String words = Typed.oneLine(wanted);
        ModelAndView page = new ModelAndView("builder-subject");
        page.addObject("rule", rule);
        page.addObject("spot", spot);
        page.addObject("q", words);
        page.addObject("topics", Subjects.byTopic(picks, words));
        return page;
    }

    private static ModelAndView form(OpenRule rule, Spot spot, PickForm form, Picks picks, Mistakes mistakes) {
        ModelAndView page = new ModelAndView("builder-condition");
        page.addObject("rule", rule);
        page.addObject("spot", spot);
        page.addObject("form", form);
        page.addObject("turns", form.turns(picks));
        page.addObject("mistakes", mistakes);
        return page;
    }
}
