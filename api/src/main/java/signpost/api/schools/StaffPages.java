package signpost.api.schools;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import signpost.api.pages.Mistake;
import signpost.api.pages.Mistakes;
import signpost.api.pages.SeeOther;

/** Where an administrator looks after the staff of their school. */
@Controller
@RequestMapping("/administration/staff")
@PreAuthorize("hasAuthority('MANAGE_ACCESS')")
class StaffPages {

    private static final int LONGEST_NAME = 200;

    private final StaffRoom staff;
    private final StaffChanges changes;

    StaffPages(StaffRoom staff, StaffChanges changes) {
        this.staff = staff;
        this.changes = changes;
    }

    @GetMapping
    ModelAndView list(@AuthenticationPrincipal StaffMember person) {
        return list(person, "", "", Set.of(), Mistakes.NONE);
    }

    /** The link is in the answer itself and nowhere else: it cannot be shown a second time. */
    @PostMapping
    ModelAndView invite(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String username,
            @RequestParam(name = "role", required = false) List<String> chosen,
            @AuthenticationPrincipal StaffMember person) {
        Set<Role> roles = roles(chosen);
        List<Mistake> wrong = mistakes(name, username, roles);
        if (wrong.isEmpty()) {
            StaffRoom.Answer answer = staff.invite(person.schoolId(), person.staffId(), username, name, roles);
            if (answer instanceof StaffRoom.Answer.Done done) {
                return link(done, name.strip());
            }
            wrong.add(new Mistake("username", ((StaffRoom.Answer.Refused) answer).because()));
        }
        ModelAndView again = list(person, name, username, roles, new Mistakes(wrong));
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    @GetMapping("/{id}")
    ModelAndView one(@PathVariable UUID id, @AuthenticationPrincipal StaffMember person) {
        StaffRoom.Colleague one = find(person, id);
        return one(person, one, one.roles(), Mistakes.NONE);
    }

    @PostMapping("/{id}/roles")
    ModelAndView roles(
            @PathVariable UUID id,
            @RequestParam(name = "role", required = false) List<String> chosen,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        StaffRoom.Colleague one = find(person, id);
        Set<Role> roles = roles(chosen);
        if (roles.isEmpty()) {
            return refused(person, one, roles, "Choose at least one role; to take all away, end their access");
        }
        return answer(
                person,
                one,
                roles,
                staff.roles(person.schoolId(), person.staffId(), id, roles),
                "Roles changed.",
                next);
    }

    @PostMapping("/{id}/name")
    ModelAndView name(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        StaffRoom.Colleague one = find(person, id);
        if (bad(name, LONGEST_NAME)) {
            ModelAndView page = one(
                    person,
                    one,
                    one.roles(),
                    new Mistakes(List.of(new Mistake("name", "Enter their name, as colleagues know them"))));
            page.addObject("name", name);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        StaffRoom.Answer answer = staff.name(person.schoolId(), person.staffId(), id, name);
        return answer(person, one, one.roles(), answer, "The name is " + name.strip() + ".", next);
    }

    @PostMapping("/{id}/end")
    ModelAndView end(@PathVariable UUID id, @AuthenticationPrincipal StaffMember person, RedirectAttributes next) {
        StaffRoom.Colleague one = find(person, id);
        String said = one.name() + " cannot sign in any more, and is signed out everywhere.";
        return answer(person, one, one.roles(), staff.end(person.schoolId(), person.staffId(), id), said, next);
    }

    @PostMapping("/{id}/back")
    ModelAndView back(@PathVariable UUID id, @AuthenticationPrincipal StaffMember person, RedirectAttributes next) {
        StaffRoom.Colleague one = find(person, id);
        String said = one.name() + " can sign in again.";
        return answer(person, one, one.roles(), staff.back(person.schoolId(), person.staffId(), id), said, next);
    }

    @PostMapping("/{id}/link")
    ModelAndView link(@PathVariable UUID id, @AuthenticationPrincipal StaffMember person) {
        StaffRoom.Colleague one = find(person, id);
        StaffRoom.Answer answer = staff.link(person.schoolId(), person.staffId(), id);
        return answer instanceof StaffRoom.Answer.Done done
                ? link(done, one.name())
                : refused(person, one, one.roles(), ((StaffRoom.Answer.Refused) answer).because());
    }

    private ModelAndView answer(
            StaffMember person,
            StaffRoom.Colleague one,
            Set<Role> roles,
            StaffRoom.Answer answer,
            String said,
            RedirectAttributes next) {
        if (answer instanceof StaffRoom.Answer.Refused refused) {
            return refused(person, one, roles, refused.because());
        }
        next.addFlashAttribute("done", said);
        return SeeOther.at("/administration/staff/" + one.id());
    }

    private ModelAndView refused(StaffMember person, StaffRoom.Colleague one, Set<Role> roles, String because) {
        ModelAndView page = one(person, one, roles, new Mistakes(List.of(Mistake.inChoice("role", because))));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static ModelAndView link(StaffRoom.Answer.Done done, String name) {
        ModelAndView page = new ModelAndView("staff-link");
        page.addObject("name", name);
        page.addObject("id", done.staff());
        page.addObject(
                "address",
                done.linkKey()
                        .map(key -> ServletUriComponentsBuilder.fromCurrentContextPath()
                                .path("/set-password")
                                .queryParam("key", key)
                                .toUriString())
                        .orElse(""));
        return page;
    }

    private ModelAndView list(StaffMember person, String name, String username, Set<Role> roles, Mistakes mistakes) {
        ModelAndView page = new ModelAndView("staff");
        page.addObject("staff", staff.all(person.schoolId()));
        page.addObject("name", name);
        page.addObject("username", username);
        return choices(page, roles, mistakes);
    }

    private ModelAndView one(StaffMember person, StaffRoom.Colleague one, Set<Role> roles, Mistakes mistakes) {
        ModelAndView page = new ModelAndView("staff-member");
        page.addObject("one", one);
        page.addObject("name", one.name());
        page.addObject("changes", changes.of(person.schoolId(), one.id()));
        return choices(page, roles, mistakes);
    }

    private static ModelAndView choices(ModelAndView page, Set<Role> roles, Mistakes mistakes) {
        page.addObject("roles", Role.values());
        page.addObject("chosen", roles);
        page.addObject("mistakes", mistakes);
        return page;
    }

    private StaffRoom.Colleague find(StaffMember person, UUID id) {
        return staff.find(person.schoolId(), id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static List<Mistake> mistakes(String name, String username, Set<Role> roles) {
        List<Mistake> wrong = new ArrayList<>();
        if (bad(name, LONGEST_NAME)) {
            wrong.add(new Mistake("name", "Enter their name, as colleagues know them"));
        }
        if (!Accounts.usable(username)) {
            wrong.add(new Mistake("username", "Enter a username without spaces, such as their email address"));
        }
        if (roles.isEmpty()) {
            wrong.add(Mistake.inChoice("role", "Choose at least one role"));
        }
        return wrong;
    }

    private static boolean bad(String text, int longest) {
        return text.isBlank() || text.strip().length() > longest || text.chars().anyMatch(Character::isISOControl);
    }

    private static Set<Role> roles(@org.jspecify.annotations.Nullable List<String> chosen) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            if (Optional.ofNullable(chosen).orElse(List.of()).contains(role.name())) {
                roles.add(role);
            }
        }
        return roles;
    }
}
