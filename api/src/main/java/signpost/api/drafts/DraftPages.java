package signpost.api.drafts;

import java.util.List;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
import signpost.api.pages.FreeText;
import signpost.api.pages.Mistake;
import signpost.api.pages.Mistakes;
import signpost.api.pages.SeeOther;
import signpost.api.rulebooks.Owner;
import signpost.api.rulebooks.Version.Person;
import signpost.api.schools.StaffMember;
import signpost.engine.rulebook.BookZip;

/** Drafts of the rule book: those there are, and one with its files and what is wrong with them. */
@Controller
@RequestMapping("/rule-book/drafts")
@PreAuthorize("hasAnyAuthority('EDIT_RULE_BOOK', 'APPROVE_RULE_BOOK')")
class DraftPages {

    private static final int LONGEST_NAME = 200;

    private final Desk desk;
    private final Drafts drafts;
    private final Drafting drafting;
    private final DraftBooks books;
    private final DraftView view;

    DraftPages(Desk desk, Drafts drafts, Drafting drafting, DraftBooks books, DraftView view) {
        this.desk = desk;
        this.drafts = drafts;
        this.drafting = drafting;
        this.books = books;
        this.view = view;
    }

    @GetMapping
    ModelAndView list(@AuthenticationPrincipal StaffMember person) {
        return list(person, "", Mistakes.NONE);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('EDIT_RULE_BOOK')")
    ModelAndView start(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String owner,
            @AuthenticationPrincipal StaffMember person) {
        List<Owner> owners = desk.owners(person);
        Owner whose = owners.stream()
                .filter(one -> one.id().toString().equals(owner))
                .findFirst()
                .orElse(owners.get(0));
        String called = FreeText.clean(name);
        if (called.isBlank() || called.length() > LONGEST_NAME) {
            ModelAndView page = list(
                    person,
                    name,
                    new Mistakes(
                            List.of(new Mistake("name", "Enter what the draft is about, in 200 characters or fewer"))));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        Draft draft = drafting.start(whose, called, Person.of(person), false);
        return SeeOther.at("/rule-book/drafts/" + draft.id());
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable UUID id, @AuthenticationPrincipal StaffMember person) {
        Desk.Opened opened = desk.open(person, id);
        ModelAndView page = new ModelAndView("draft");
        view.show(page, person, opened);
        return page;
    }

    /** The owner's own files as the draft has them. */
    @GetMapping("/{id}/book.zip")
    ResponseEntity<byte[]> download(@PathVariable UUID id, @AuthenticationPrincipal StaffMember person) {
        Desk.Opened opened = desk.open(person, id);
        DraftBook book = books.of(person.schoolId(), opened.owner(), opened.draft());
        return ResponseEntity.ok()
                .contentType(new MediaType("application", "zip"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("rule-book-draft.zip")
                                .build()
                                .toString())
                .body(BookZip.pack(book.own()));
    }

    @PostMapping("/{id}/discard")
    @PreAuthorize("hasAuthority('EDIT_RULE_BOOK')")
    ModelAndView discard(@PathVariable UUID id, @AuthenticationPrincipal StaffMember person, RedirectAttributes next) {
        Desk.Opened opened = desk.open(person, id);
        drafting.discard(opened.draft().id(), Person.of(person));
        next.addFlashAttribute("done", "The draft was discarded. Open it to take it up again.");
        return SeeOther.at("/rule-book/drafts");
    }

    /** The one draft of a person's, or 404. */
    static ResponseStatusException none() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private ModelAndView list(StaffMember person, String name, Mistakes mistakes) {
        ModelAndView page = new ModelAndView("drafts");
        List<Owner> owners = desk.owners(person);
        page.addObject("owners", owners);
        page.addObject("drafts", view.lines(drafts.listed(), owners));
        page.addObject("inTrust", desk.inTrust(person));
        page.addObject("name", name);
        page.addObject("mistakes", mistakes);
        return page;
    }
}
