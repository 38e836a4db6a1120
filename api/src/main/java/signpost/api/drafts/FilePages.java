package signpost.api.drafts;

import java.util.HashMap;
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
import org.springframework.web.util.UriUtils;
import signpost.api.pages.SeeOther;
import signpost.api.rulebooks.Version.Person;
import signpost.api.schools.StaffMember;
import signpost.engine.change.Conflict;
import signpost.engine.change.Side;
import signpost.engine.format.Formatter;
import signpost.engine.format.Formatting;
import signpost.engine.text.Problem;
import signpost.engine.writing.RulePart;

/** One file of a draft as text: to read, to change, to put in its one form. A plain text box where there is no script. */
@Controller
@RequestMapping("/rule-book/drafts/{id}/file")
@PreAuthorize("hasAnyAuthority('EDIT_RULE_BOOK', 'APPROVE_RULE_BOOK')")
class FilePages {

    private final Desk desk;
    private final Drafting drafting;
    private final DraftBooks books;
    private final Looking looking;

    FilePages(Desk desk, Drafting drafting, DraftBooks books, Looking looking) {
        this.desk = desk;
        this.drafting = drafting;
        this.books = books;
        this.looking = looking;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String path,
            @AuthenticationPrincipal StaffMember person) {
        Desk.Opened opened = desk.open(person, id);
        DraftBook book = books.of(person.schoolId(), opened.owner(), opened.draft());
        if (!book.own().paths().contains(path) || path.endsWith(".xlsx")) {
            throw DraftPages.none();
        }
        String text = FileText.of(book.own(), path).shown();
        Looked looked = looking.at(person.schoolId(), opened.owner(), opened.draft(), path, text)
                .withElsewhere((int) book.problems().stream()
                        .filter(problem -> !problem.place().file().equals(path))
                        .count());
        return page(opened, path, text, looked);
    }

    @PostMapping
    @PreAuthorize("hasAuthority('EDIT_RULE_BOOK')")
    ModelAndView save(
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        Desk.Opened opened = desk.open(person, id);
        String path = sent.getOrDefault("path", "");
        String text = sent.getOrDefault("text", "");
        List<Problem> unformatted = List.of();
        if (sent.containsKey("format")) {
            Formatting formatting = Formatter.format(path, text);
            text = formatting instanceof Formatting.Formatted formatted ? formatted.text() : text;
            unformatted = formatting instanceof Formatting.Left left ? left.problems() : List.of();
        }
        Drafting.Opened began = Drafting.Opened.of(opened.draft(), sent);
        Saving saving = drafting.save(
                person.schoolId(),
                opened.owner(),
                id,
                began,
                path,
                text,
                choices(opened, person, sent, began, path, text),
                Person.of(person));
        if (saving instanceof Saving.Saved saved) {
            next.addFlashAttribute("done", said(saved, sent.containsKey("format"), !unformatted.isEmpty()));
            return SeeOther.at(address(id, path));
        }
        if (saving instanceof Saving.Conflicting conflicting) {
            return ConflictPage.of(opened.draft(), began, path, text, conflicting.conflicts());
        }
        if (path.isEmpty() || path.endsWith(".xlsx")) {
            next.addFlashAttribute("refused", ((Saving.Refused) saving).because());
            return SeeOther.at("/rule-book/drafts/" + id);
        }
        ModelAndView page =
                page(opened, path, text, looking.at(person.schoolId(), opened.owner(), opened.draft(), path, text));
        page.addObject("refused", ((Saving.Refused) saving).because());
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    /** A new file with nothing in it but a note of what belongs there. */
    @PostMapping("/new")
    @PreAuthorize("hasAuthority('EDIT_RULE_BOOK')")
    ModelAndView add(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String path,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        Desk.Opened opened = desk.open(person, id);
        String wanted = path.strip();
        DraftBook book = books.of(person.schoolId(), opened.owner(), opened.draft());
        Optional<String> wrong = book.own().paths().contains(wanted)
                ? Optional.of("There is a file " + wanted + " already. Open it below.")
                : FilePath.wrongForText(wanted, book.own());
        if (wrong.isPresent()) {
            next.addFlashAttribute("refused", wrong.get());
            next.addFlashAttribute("typed", wanted);
            return SeeOther.at("/rule-book/drafts/" + id);
        }
        Drafting.Opened began =
                new Drafting.Opened(opened.draft().base(), opened.draft().revision());
        Saving saving = drafting.save(
                person.schoolId(),
                opened.owner(),
                id,
                began,
                wanted,
                NewFile.text(wanted),
                Map.of(),
                Person.of(person));
        if (saving instanceof Saving.Refused refused) {
            next.addFlashAttribute("refused", refused.because());
            return SeeOther.at("/rule-book/drafts/" + id);
        }
        return SeeOther.at(address(id, wanted));
    }

    @PostMapping("/remove")
    @PreAuthorize("hasAuthority('EDIT_RULE_BOOK')")
    ModelAndView remove(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String path,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        Desk.Opened opened = desk.open(person, id);
        Saving saving = drafting.remove(person.schoolId(), opened.owner(), id, path, Person.of(person));
        if (saving instanceof Saving.Refused refused) {
            next.addFlashAttribute("refused", refused.because());
        } else {
            next.addFlashAttribute("done", path + " was taken out of the draft.");
        }
        return SeeOther.at("/rule-book/drafts/" + id);
    }

    private static String said(Saving.Saved saved, boolean format, boolean left) {
        String said =
                saved.merged() ? "Saved, together with what somebody else saved in this file meanwhile." : "Saved.";
        if (left) {
            return said + " It could not be formatted: mend the problems first.";
        }
        return format ? said + " The file is in its usual form." : said;
    }

    /** The choices sent, each with the conflict it was shown for; one that has changed meanwhile is asked again. */
    private Map<Conflict, Side> choices(
            Desk.Opened opened,
            StaffMember person,
            Map<String, String> sent,
            Drafting.Opened began,
            String path,
            String text) {
        Map<Conflict, Side> choices = new HashMap<>();
        if (sent.keySet().stream().noneMatch(name -> name.startsWith("choice-"))) {
            return choices;
        }
        for (Conflict conflict :
                drafting.conflicts(person.schoolId(), opened.owner(), opened.draft(), began, path, text)) {
            String choice = sent.getOrDefault("choice-" + ConflictKey.of(conflict), "");
            if (choice.equals("mine") || choice.equals("theirs")) {
                choices.put(conflict, choice.equals("mine") ? Side.MINE : Side.THEIRS);
            }
        }
        return choices;
    }

    private ModelAndView page(Desk.Opened opened, String path, String text, Looked looked) {
        ModelAndView page = new ModelAndView("draft-file");
        page.addObject("draft", opened.draft());
        page.addObject("mayEdit", opened.mayEdit() && opened.draft().open());
        page.addObject("path", path);
        page.addObject("text", text);
        page.addObject("looked", looked);
        page.addObject(
                "rules",
                path.endsWith(".txt")
                        ? RulePart.names(text).stream()
                                .filter(name -> !name.isEmpty())
                                .distinct()
                                .toList()
                        : List.of());
        return page;
    }

    static String address(UUID id, String path) {
        return "/rule-book/drafts/" + id + "/file?path=" + UriUtils.encodeQueryParam(path, "UTF-8");
    }
}
