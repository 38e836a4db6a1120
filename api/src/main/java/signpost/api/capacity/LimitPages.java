package signpost.api.capacity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import signpost.api.pages.Mistakes;
import signpost.api.pages.SeeOther;
import signpost.api.rulebooks.BookInForce;
import signpost.api.schools.StaffMember;
import signpost.api.terms.SchoolTerm;
import signpost.api.terms.Terms;
import signpost.engine.catalogue.Intervention;

/** Where the head of destinations sets places and hours for the term. */
@Controller
@RequestMapping("/capacity/limits")
@PreAuthorize("hasAuthority('SET_CAPACITY')")
class LimitPages {

    private final Setting setting;
    private final Limits limits;
    private final Terms terms;
    private final BookInForce book;
    private final Clock clock;

    LimitPages(Setting setting, Limits limits, Terms terms, BookInForce book, Clock clock) {
        this.setting = setting;
        this.limits = limits;
        this.terms = terms;
        this.book = book;
        this.clock = clock;
    }

    /** @param from {@code last-term} fills the form with what was set then; nothing is kept until it is sent */
    @GetMapping
    ModelAndView ask(@RequestParam(defaultValue = "") String from, @AuthenticationPrincipal StaffMember person) {
        SchoolTerm term = term(person);
        boolean copied = from.equals("last-term") && copyable(person, term);
        ModelAndView page = page(
                person,
                term,
                LimitForm.of(copied ? former(person, term) : limits.of(person.schoolId(), term.id())),
                Mistakes.NONE);
        page.addObject("copied", copied);
        page.addObject("copyable", !copied && copyable(person, term));
        return page;
    }

    /** Whether nothing is set this term and something was in the last. */
    private boolean copyable(StaffMember person, SchoolTerm term) {
        return LimitForm.of(limits.of(person.schoolId(), term.id())).typed().isEmpty()
                && !LimitForm.of(former(person, term)).typed().isEmpty();
    }

    private Capacity former(StaffMember person, SchoolTerm term) {
        return terms.before(person.schoolId(), term)
                .map(last -> limits.of(person.schoolId(), last.id()))
                .orElseGet(() -> new Capacity(Map.of(), Map.of()));
    }

    /** @param sent places and hours as typed, and what stood there before */
    @PostMapping
    ModelAndView set(
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        SchoolTerm term = term(person);
        LimitForm form = new LimitForm(sent);
        Map<String, String> titles = new LinkedHashMap<>();
        offered().forEach(one -> titles.put(one.code(), one.title()));
        Setting.Answer answer = setting.set(person, term.id(), form, titles, sent.getOrDefault("seen", ""));
        if (answer instanceof Setting.Answer.Set set) {
            next.addFlashAttribute(
                    "done", set.changed() == 0 ? "Nothing was different." : "The capacity of the term is set.");
            return SeeOther.at("/capacity");
        }
        boolean refused = answer instanceof Setting.Answer.Refused;
        LimitForm now = LimitForm.of(limits.of(person.schoolId(), term.id()));
        ModelAndView page = page(
                person,
                term,
                refused ? form : form.after(LimitForm.read(sent.getOrDefault("seen", "")), now),
                answer instanceof Setting.Answer.Refused wrong ? wrong.mistakes() : Mistakes.NONE);
        if (!refused) {
            page.addObject("changes", List.of("Somebody else set places or hours of this term; they stand below."));
        }
        page.setStatus(refused ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT);
        return page;
    }

    private ModelAndView page(StaffMember person, SchoolTerm term, LimitForm form, Mistakes mistakes) {
        Capacity now = limits.of(person.schoolId(), term.id());
        ModelAndView page = new ModelAndView("capacity-limits");
        page.addObject("term", term.term().words());
        page.addObject("form", form);
        page.addObject("now", LimitForm.of(now));
        page.addObject("seen", LimitForm.of(now).written());
        page.addObject("advisers", limits.advisers(person.schoolId()));
        page.addObject("interventions", offered());
        page.addObject("mistakes", mistakes);
        page.addObject("changes", List.of());
        page.addObject("copied", false);
        page.addObject("copyable", false);
        return page;
    }

    private List<Intervention> offered() {
        return book.recommender().book().catalogue().offeredOn(LocalDate.now(clock));
    }

    private SchoolTerm term(StaffMember person) {
        return terms.working(person.schoolId(), LocalDate.now(clock));
    }
}
