package signpost.api.caseload;

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
import signpost.api.pages.SeeOther;
import signpost.api.recommendations.Sight;
import signpost.api.rulebooks.BookInForce;
import signpost.api.schools.StaffMember;
import signpost.engine.rulebook.RuleBook;

/** Where a person keeps lists they come back to under names of their own, and lets them go. */
@Controller
@RequestMapping("/caseload/views")
@PreAuthorize("hasAuthority('SEE_STUDENTS')")
class SavedViewPages {

    private final SavedViews views;
    private final BookInForce book;

    SavedViewPages(SavedViews views, BookInForce book) {
        this.views = views;
        this.book = book;
    }

    /** The lists kept, and a name to give to the one that {@code sent} describes. */
    @GetMapping
    ModelAndView show(@RequestParam Map<String, String> sent, @AuthenticationPrincipal StaffMember person) {
        return page(person, filter(sent, person), "", "");
    }

    /** @param sent the name, and the filter as it stands in the address of the caseload */
    @PostMapping
    ModelAndView keep(
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        Filter filter = filter(sent, person);
        String name =
                sent.getOrDefault("name", "").replaceAll("\\p{Cntrl}", " ").strip();
        Optional<String> mistake = mistake(name, person);
        if (mistake.isEmpty() && !views.keep(person, name, filter.query())) {
            mistake = Optional.of("You have a list of this name. Choose another name, or remove that one first");
        }
        if (mistake.isPresent()) {
            ModelAndView page = page(person, filter, name, mistake.get());
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        next.addFlashAttribute("done", "“" + name + "” is saved. You find it above the filter.");
        return to(filter.withoutSearch().address(1));
    }

    @PostMapping("/{id}/removal")
    ModelAndView remove(@PathVariable UUID id, @AuthenticationPrincipal StaffMember person, RedirectAttributes next) {
        views.remove(person, id);
        next.addFlashAttribute("done", "The list is removed. Its students are as they were.");
        return to("/caseload/views");
    }

    private Optional<String> mistake(String name, StaffMember person) {
        if (name.isEmpty()) {
            return Optional.of("Enter a name for the list");
        }
        if (name.length() > SavedView.LONGEST) {
            return Optional.of("The name must be " + SavedView.LONGEST + " characters or fewer");
        }
        return views.of(person).size() >= SavedView.MOST
                ? Optional.of("You keep " + SavedView.MOST + " lists. Remove one first")
                : Optional.empty();
    }

    private Filter filter(Map<String, String> sent, StaffMember person) {
        return Filter.of(sent, Optional.empty()).seeing(choosing(person)::may);
    }

    private Choosing choosing(StaffMember person) {
        RuleBook rules = book.recommender().book();
        return new Choosing(rules, Sight.of(person, rules));
    }

    private ModelAndView page(StaffMember person, Filter filter, String name, String mistake) {
        ModelAndView page = new ModelAndView("saved-views");
        List<SavedView> kept = views.of(person);
        page.addObject("filter", filter);
        page.addObject("words", choosing(person).words(filter));
        page.addObject("views", kept);
        page.addObject("name", name);
        page.addObject("mistake", mistake);
        return page;
    }

    private static ModelAndView to(String address) {
        return SeeOther.at(address);
    }
}
