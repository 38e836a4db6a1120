package signpost.api.drafts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import signpost.api.rulebooks.Version.Person;
import signpost.api.schools.StaffMember;
import signpost.engine.scenario.ExpectInstead;
import signpost.engine.scenario.ScenarioRun;
import signpost.engine.scenario.Tried;
import signpost.engine.text.Problems;

/** Lets a failing scenario expect what came out, after what was typed in the file that is open has been saved. */
@Controller
@RequestMapping("/rule-book/drafts/{id}/file/expect")
@PreAuthorize("hasAuthority('EDIT_RULE_BOOK')")
class ExpectPages {

    private final Desk desk;
    private final Drafting drafting;
    private final DraftBooks books;
    private final FilePages files;

    ExpectPages(Desk desk, Drafting drafting, DraftBooks books, FilePages files) {
        this.desk = desk;
        this.drafting = drafting;
        this.books = books;
        this.files = files;
    }

    @PostMapping
    ModelAndView expect(
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        ModelAndView saved = files.save(id, sent, person, next);
        if (!next.getFlashAttributes().containsKey("done")) {
            return saved;
        }
        String name = sent.getOrDefault("scenario", "");
        boolean written = write(person, id, sent.getOrDefault("in", ""), name);
        next.addFlashAttribute(
                "done",
                written
                        ? "Saved. The scenario “" + name + "” now expects what came out."
                        : "Saved. The scenario “" + name + "” passes, or cannot be found: it was left as it is.");
        return saved;
    }

    private boolean write(StaffMember person, UUID id, String path, String name) {
        Desk.Opened opened = desk.open(person, id);
        DraftBook book = books.of(person.schoolId(), opened.owner(), opened.draft());
        if (!book.own().paths().contains(path)) {
            return false;
        }
        String text = FileText.of(book.own(), path).shown();
        return tried(book, path, name)
                .flatMap(tried -> ExpectInstead.in(text, tried))
                .map(changed -> drafting.save(
                                person.schoolId(),
                                opened.owner(),
                                id,
                                new Drafting.Opened(
                                        opened.draft().base(), opened.draft().revision()),
                                path,
                                changed,
                                Map.of(),
                                Person.of(person))
                        instanceof Saving.Saved)
                .orElse(false);
    }

    /** The one failing scenario of that name in the owner's file; of two that are called the same it is not known which. */
    private static Optional<Tried> tried(DraftBook book, String path, String name) {
        List<Tried> failing = book.readable().stream()
                .flatMap(recommender -> ScenarioRun.each(recommender, new Problems()).stream())
                .filter(tried -> !tried.problems().isEmpty())
                .filter(tried -> tried.scenario().name().equals(name))
                .filter(tried -> DraftBook.own(
                                book.whole(), tried.scenario().place().file())
                        .equals(path))
                .toList();
        return failing.size() == 1 ? Optional.of(failing.get(0)) : Optional.empty();
    }
}
