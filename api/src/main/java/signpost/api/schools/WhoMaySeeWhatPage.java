package signpost.api.schools;

import java.util.Arrays;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Who may see and do what, as the code itself decides it: a line for each permission, a column for each role. */
@Controller
class WhoMaySeeWhatPage {

    /** What may be done, and of each role, in order, whether it may. */
    record Line(String what, List<Boolean> may) {}

    @GetMapping("/administration/who-may-see-what")
    @PreAuthorize("hasAuthority('ADMINISTER')")
    String show(Model model) {
        model.addAttribute("roles", Role.values());
        model.addAttribute("lines", lines());
        return "who-may-see-what";
    }

    static List<Line> lines() {
        return Arrays.stream(Permission.values())
                .map(permission -> new Line(
                        permission.words(),
                        Arrays.stream(Role.values())
                                .map(role -> role.permissions().contains(permission))
                                .toList()))
                .toList();
    }
}
