package signpost.api.schools;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Where somebody who signed in begins: with this week, or, if they see no students, with how Signpost is administered, or
 * else with the rule book.
 */
@Controller
class FirstPage {

    @GetMapping("/")
    String first(Authentication person) {
        Set<String> may = person.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.toSet());
        if (may.contains(Permission.SEE_STUDENTS.name())) {
            return "redirect:/home";
        }
        return may.contains(Permission.ADMINISTER.name()) ? "redirect:/administration" : "redirect:/rule-book";
    }

    @GetMapping("/administration")
    @PreAuthorize("hasAuthority('ADMINISTER')")
    String administration() {
        return "administration";
    }
}
