package signpost.api.pages;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What is looked at now and then, behind one entry of the menu. */
@Controller
class SchoolPage {

    private final Menu menu;

    SchoolPage(Menu menu) {
        this.menu = menu;
    }

    @GetMapping("/school")
    @PreAuthorize("hasAnyAuthority('SEE_STUDENTS', 'SEE_RULE_BOOK', 'ASSIGN')")
    String show(Authentication person, Model model) {
        model.addAttribute("entries", menu.ofTheSchool(person));
        return "school";
    }
}
