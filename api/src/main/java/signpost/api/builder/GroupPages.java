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
import signpost.engine.rulebook.GroupHead;
import signpost.engine.writing.RuleText;

/** How many conditions of a group must hold. A new group begins with its first condition. */
@Controller
@RequestMapping("/rule-book/drafts/{id}/rule/group")
@PreAuthorize("hasAuthority('EDIT_RULE_BOOK')")
class GroupPages {

    private final OpenRules rules;

    GroupPages(OpenRules rules) {
        this.rules = rules;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal StaffMember person) {
        OpenRule rule = rules.open(person, id, sent);
        Spot spot = Spot.of(sent);
        Optional<GroupHead> head = spot.adds()
                ? Optional.of(new GroupHead("", 0))
                : rule.text().taken(spot.line()).flatMap(lines -> GroupHead.of(lines.get(0)));
        return page(
                rule,
                spot,
                head.map(GroupHead::kind).orElseThrow(OpenRules::none),
                head.filter(one -> one.number() > 0)
                        .map(one -> "" + one.number())
                        .orElse(""),
                Mistakes.NONE);
    }

    @PostMapping
    ModelAndView save(
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        OpenRule rule = rules.open(person, id, sent);
        Spot spot = Spot.of(sent);
        String kind = sent.getOrDefault("kind", "");
        String number = Typed.oneLine(sent.get("number"));
        Optional<Mistake> wrong = wrong(kind, number);
        if (wrong.isPresent()) {
            ModelAndView page = page(rule, spot, kind, number, new Mistakes(List.of(wrong.get())));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        GroupHead head = new GroupHead(kind, kind.equals(GroupHead.AT_LEAST) ? Integer.parseInt(number) : 0);
        if (spot.adds()) {
            return SeeOther.at(begins(rule, spot, head));
        }
        Optional<RuleText> changed = rule.text()
                .taken(spot.line())
                .filter(lines -> GroupHead.of(lines.get(0)).isPresent())
                .flatMap(lines -> rule.text().replaced(spot.line(), head.words()));
        return rules.saved(
                person,
                rule,
                changed.orElseThrow(OpenRules::none),
                "Saved: “" + head.words() + "”.",
                rule.address(),
                next);
    }

    private static String begins(OpenRule rule, Spot spot, GroupHead head) {
        return OpenRule.address(
                rule.draft().id(),
                rule.path(),
                rule.name(),
                "condition",
                "base",
                "" + rule.began().base(),
                "revision",
                "" + rule.began().revision(),
                "parent",
                "" + spot.parent(),
                "at",
                "" + spot.at(),
                "group",
                head.words().replace(":", ""));
    }

    private static Optional<Mistake> wrong(String kind, String number) {
        if (!GroupHead.KINDS.contains(kind)) {
            return Optional.of(Mistake.inChoice("kind", "Choose how many of them must hold"));
        }
        return kind.equals(GroupHead.AT_LEAST) && !number.matches("[1-9][0-9]?")
                ? Optional.of(new Mistake("number", "Enter how many at least, from 1 to 99"))
                : Optional.empty();
    }

    private static ModelAndView page(OpenRule rule, Spot spot, String kind, String number, Mistakes mistakes) {
        ModelAndView page = new ModelAndView("builder-group");
        page.addObject("rule", rule);
        page.addObject("spot", spot);
        page.addObject("kind", kind);
        page.addObject("number", number);
        page.addObject("mistakes", mistakes);
        return page;
    }
}
