package signpost.api.builder;

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
import signpost.api.pages.Mistakes;
import signpost.api.pages.SeeOther;
import signpost.api.schools.StaffMember;
import signpost.engine.writing.Act;
import signpost.engine.writing.Builder;
import signpost.engine.writing.Deeds;
import signpost.engine.writing.RuleText;
import signpost.engine.writing.RuleView;
import signpost.engine.writing.Saying;
import signpost.engine.writing.Section;

/** Picks what follows when the conditions hold. */
@Controller
@RequestMapping("/rule-book/drafts/{id}/rule/consequence")
@PreAuthorize("hasAuthority('EDIT_RULE_BOOK')")
class ConsequencePages {

    private final OpenRules rules;

    ConsequencePages(OpenRules rules) {
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
        Optional<RuleView.DeedView> line = Lines.deed(builder.view(rule.text()), spot.line());
        if (!spot.adds() && line.isEmpty()) {
            throw OpenRules.none();
        }
        Optional<ActForm> written = line.flatMap(RuleView.DeedView::deed)
                .map(deed -> ActForm.of(deed, builder.deeds().form()));
        Optional<Act> asked = ActForm.act(sent.getOrDefault("act", ""));
        if (asked.isPresent()) {
            ActForm form = written.filter(one -> one.act() == asked.get()).orElseGet(() -> ActForm.empty(asked.get()));
            return form(rule, spot, form, builder.deeds(), Mistakes.NONE);
        }
        return written.isEmpty() || sent.containsKey("acts")
                ? acts(rule, spot)
                : form(rule, spot, written.get(), builder.deeds(), Mistakes.NONE);
    }

    @PostMapping
    ModelAndView save(
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        OpenRule rule = rules.open(person, id, sent);
        Builder builder = rules.builder(person, rule);
        Spot spot = Spot.of(sent);
        Optional<Act> act = ActForm.act(sent.getOrDefault("act", ""));
        if (act.isEmpty()) {
            return acts(rule, spot);
        }
        ActForm form = ActForm.of(act.get(), sent);
        Mistakes mistakes = form.mistakes(builder.deeds());
        if (!mistakes.none() || !(builder.deeds().say(form.deed()) instanceof Saying.Said said)) {
            ModelAndView page = form(rule, spot, form, builder.deeds(), mistakes);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        Optional<RuleText> changed = spot.adds()
                ? rule.text().added(Section.THEN, 0, spot.at(), said.line())
                : Lines.deed(builder.view(rule.text()), spot.line())
                        .flatMap(line -> rule.text().replaced(line.line(), said.line()));
        if (changed.isEmpty()) {
            next.addFlashAttribute("refused", "This line is not there. Nothing was changed.");
            return SeeOther.at(rule.address());
        }
        return rules.saved(
                person, rule, changed.get(), "Saved: “" + said.line() + "”.", NewRule.then(rule, spot, "field"), next);
    }

    private static ModelAndView acts(OpenRule rule, Spot spot) {
        ModelAndView page = new ModelAndView("builder-acts");
        page.addObject("rule", rule);
        page.addObject("spot", spot);
        return page;
    }

    private static ModelAndView form(OpenRule rule, Spot spot, ActForm form, Deeds deeds, Mistakes mistakes) {
        ModelAndView page = new ModelAndView("builder-consequence");
        page.addObject("rule", rule);
        page.addObject("spot", spot);
        page.addObject("form", form);
        page.addObject("offered", deeds.form());
        page.addObject("mistakes", mistakes);
        return page;
    }
}
