package signpost.api.drafts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import signpost.api.pages.SeeOther;
import signpost.api.rulebooks.Version.Person;
import signpost.api.schools.StaffMember;
import signpost.engine.change.Conflict;
import signpost.engine.change.Side;

/** Brings a draft up to date with what was published since it began, rule by rule. */
@Controller
@PreAuthorize("hasAuthority('EDIT_RULE_BOOK')")
class UpdatePages {

    private final Desk desk;
    private final Drafting drafting;

    UpdatePages(Desk desk, Drafting drafting) {
        this.desk = desk;
        this.drafting = drafting;
    }

    @PostMapping("/rule-book/drafts/{id}/update")
    ModelAndView update(
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        Desk.Opened opened = desk.open(person, id);
        Saving saving = update(person, opened, Map.of());
        if (saving instanceof Saving.Conflicting asked) {
            Map<Conflict, Side> choices = choices(sent, asked.conflicts());
            saving = choices.size() == asked.conflicts().size() ? update(person, opened, choices) : saving;
        }
        if (saving instanceof Saving.Conflicting conflicting) {
            ModelAndView page = new ModelAndView("draft-conflict");
            page.addObject("draft", opened.draft());
            page.addObject("updating", true);
            page.addObject("asked", ConflictKey.asked(conflicting.conflicts()));
            page.setStatus(HttpStatus.CONFLICT);
            return page;
        }
        if (saving instanceof Saving.Refused refused) {
            next.addFlashAttribute("refused", refused.because());
        } else {
            next.addFlashAttribute("done", "The draft is up to date with the last version published.");
        }
        return SeeOther.at("/rule-book/drafts/" + id);
    }

    private Saving update(StaffMember person, Desk.Opened opened, Map<Conflict, Side> choices) {
        return drafting.update(person.schoolId(), opened.owner(), opened.draft().id(), choices, Person.of(person));
    }

    private static Map<Conflict, Side> choices(Map<String, String> sent, List<Conflict> conflicts) {
        Map<Conflict, Side> choices = new HashMap<>();
        for (Conflict conflict : conflicts) {
            String choice = sent.getOrDefault("choice-" + ConflictKey.of(conflict), "");
            if (choice.equals("mine") || choice.equals("theirs")) {
                choices.put(conflict, choice.equals("mine") ? Side.MINE : Side.THEIRS);
            }
        }
        return choices;
    }
}
