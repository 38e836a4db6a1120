package signpost.api.schools;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import signpost.api.pages.Mistake;
import signpost.api.pages.Mistakes;
import signpost.api.pages.SeeOther;

/** Where an administrator makes and revokes the tokens by which the school's MIS gets in. */
@Controller
@RequestMapping("/administration/tokens")
@PreAuthorize("hasAuthority('MANAGE_ACCESS')")
class TokenPages {

    private static final int LONGEST_IN_DAYS = 3650;

    /** A token in words; its secret is nowhere kept. */
    record Listed(UUID id, String name, String scopes, String state, String used, boolean works) {}

    private final Schools schools;
    private final Clock clock;

    TokenPages(Schools schools, Clock clock) {
        this.schools = schools;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(@AuthenticationPrincipal StaffMember person) {
        return page(person, "", "365", Set.of(), Mistakes.NONE);
    }

    /** The token is in the answer itself and nowhere else: it cannot be shown a second time. */
    @PostMapping
    ModelAndView make(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String days,
            @RequestParam(name = "scope", required = false) @Nullable List<String> chosen,
            @AuthenticationPrincipal StaffMember person) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        Optional.ofNullable(chosen)
                .orElse(List.of())
                .forEach(text -> Scope.of(text).ifPresent(scopes::add));
        Mistakes mistakes = mistakes(name, days.strip(), scopes);
        if (!mistakes.none()) {
            ModelAndView again = page(person, name, days, scopes, mistakes);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        OffsetDateTime until =
                days.isBlank() ? null : OffsetDateTime.now(clock).plusDays(Integer.parseInt(days.strip()));
        Schools.IssuedToken issued = schools.issueToken(person.schoolId(), name, scopes, until);
        ModelAndView shown = new ModelAndView("token-made");
        shown.addObject("name", name.strip());
        shown.addObject("secret", issued.secret());
        return shown;
    }

    /** Asks once more: a token that is revoked never works again. */
    @GetMapping("/{id}/revoke")
    ModelAndView ask(@PathVariable UUID id, @AuthenticationPrincipal StaffMember person) {
        ModelAndView page = new ModelAndView("token-revoke");
        page.addObject("token", listed(find(person, id)));
        return page;
    }

    @PostMapping("/{id}/revoke")
    ModelAndView revoke(@PathVariable UUID id, @AuthenticationPrincipal StaffMember person, RedirectAttributes next) {
        find(person, id);
        next.addFlashAttribute(
                "done",
                schools.revokeToken(person.schoolId(), id)
                        ? "The token does not work any more."
                        : "It had been revoked already.");
        return SeeOther.at("/administration/tokens");
    }

    private Schools.Token find(StaffMember person, UUID id) {
        return schools.tokens(person.schoolId()).stream()
                .filter(token -> token.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelAndView page(StaffMember person, String name, String days, Set<Scope> scopes, Mistakes mistakes) {
        ModelAndView page = new ModelAndView("tokens");
        page.addObject(
                "tokens",
                schools.tokens(person.schoolId()).stream().map(this::listed).toList());
        page.addObject("scopes", Scope.values());
        page.addObject("name", name);
        page.addObject("days", days);
        page.addObject("chosen", scopes);
        page.addObject("mistakes", mistakes);
        return page;
    }

    private static Mistakes mistakes(String name, String days, Set<Scope> scopes) {
        List<Mistake> wrong = new ArrayList<>();
        if (name.isBlank() || name.strip().length() > 200 || name.chars().anyMatch(Character::isISOControl)) {
            wrong.add(new Mistake("name", "Enter what the token is for, such as the MIS’s name"));
        }
        if (scopes.isEmpty()) {
            wrong.add(Mistake.inChoice("scope", "Choose what it may do"));
        }
        boolean wholeDays =
                days.matches("\\d{1,4}") && Integer.parseInt(days) >= 1 && Integer.parseInt(days) <= LONGEST_IN_DAYS;
        if (!days.isEmpty() && !wholeDays) {
            wrong.add(new Mistake("days", "Enter a whole number of days up to 3650, or nothing"));
        }
        return new Mistakes(wrong);
    }

    private Listed listed(Schools.Token token) {
        OffsetDateTime expires = token.expiresAt();
        boolean expired = expires != null && expires.isBefore(OffsetDateTime.now(clock));
        String state = token.revokedAt() != null
                ? "Revoked on " + day(token.revokedAt())
                : expires == null
                        ? "Works until it is revoked"
                        : (expired ? "Ended on " : "Works until ") + day(expires);
        return new Listed(
                token.id(),
                token.name(),
                String.join(", ", token.scopes()),
                state,
                token.lastUsedAt() == null ? "never" : day(token.lastUsedAt()),
                token.revokedAt() == null && !expired);
    }

    private String day(OffsetDateTime moment) {
        return signpost.engine.vocabulary.Dates.words(LocalDate.ofInstant(moment.toInstant(), clock.getZone()));
    }
}
