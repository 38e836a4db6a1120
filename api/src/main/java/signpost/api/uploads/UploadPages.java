package signpost.api.uploads;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import signpost.api.drafts.Desk;
import signpost.api.drafts.DraftBooks;
import signpost.api.drafts.Saving;
import signpost.api.pages.SeeOther;
import signpost.api.rulebooks.Version.Person;
import signpost.api.schools.StaffMember;
import signpost.engine.rulebook.BookZip;

/** Files sent from somebody's own computer: what they would change, and whether they shall. */
@Controller
@RequestMapping("/rule-book/drafts/{id}/uploads")
@PreAuthorize("hasAuthority('EDIT_RULE_BOOK')")
class UploadPages {

    private final Desk desk;
    private final DraftBooks books;
    private final Uploading uploading;

    UploadPages(Desk desk, DraftBooks books, Uploading uploading) {
        this.desk = desk;
        this.books = books;
        this.uploading = uploading;
    }

    @GetMapping
    ModelAndView form(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String into,
            @AuthenticationPrincipal StaffMember person) {
        return form(person, desk.open(person, id), into, List.of());
    }

    @PostMapping
    ModelAndView take(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String into,
            @AuthenticationPrincipal StaffMember person,
            HttpServletRequest request)
            throws IOException {
        Desk.Opened opened = desk.open(person, id);
        Uploading.Taken taken = taken(person, opened, into, files(request));
        if (taken instanceof Uploading.Taken.Kept kept) {
            return SeeOther.at("/rule-book/drafts/" + id + "/uploads/" + kept.id());
        }
        ModelAndView page = form(person, opened, into, ((Uploading.Taken.Refused) taken).because());
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    @GetMapping("/{upload}")
    ModelAndView show(@PathVariable UUID id, @PathVariable UUID upload, @AuthenticationPrincipal StaffMember person) {
        Desk.Opened opened = desk.open(person, id);
        Upload found = found(opened, upload);
        ModelAndView page = new ModelAndView("upload");
        page.addObject("draft", opened.draft());
        page.addObject("upload", found);
        page.addObject("differences", uploading.differences(person.schoolId(), opened, found));
        return page;
    }

    @PostMapping("/{upload}/put")
    ModelAndView put(
            @PathVariable UUID id,
            @PathVariable UUID upload,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        Desk.Opened opened = desk.open(person, id);
        Upload found = found(opened, upload);
        Saving saving = uploading.put(person.schoolId(), opened, found, Person.of(person));
        if (saving instanceof Saving.Saved saved) {
            next.addFlashAttribute(
                    "done",
                    found.what() + " is in the draft"
                            + (saved.merged() ? ", together with what was saved meanwhile." : "."));
            return SeeOther.at("/rule-book/drafts/" + id);
        }
        if (saving instanceof Saving.Refused refused) {
            next.addFlashAttribute("refused", refused.because());
            return SeeOther.at("/rule-book/drafts/" + id);
        }
        // The page itself says what collides.
        return SeeOther.at("/rule-book/drafts/" + id + "/uploads/" + upload);
    }

    @PostMapping("/{upload}/drop")
    ModelAndView drop(
            @PathVariable UUID id,
            @PathVariable UUID upload,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        Desk.Opened opened = desk.open(person, id);
        uploading.drop(opened.draft(), upload);
        next.addFlashAttribute("done", "Thrown away. The draft is as it was.");
        return SeeOther.at("/rule-book/drafts/" + id);
    }

    private Uploading.Taken taken(StaffMember person, Desk.Opened opened, String into, List<MultipartFile> files)
            throws IOException {
        if (files.size() != 1) {
            return refused(files.isEmpty() ? "Choose a file." : "Send one file at a time, or all of them in one zip.");
        }
        MultipartFile file = files.get(0);
        if (file.getSize() > BookZip.LARGEST) {
            return refused("This file is larger than any rule book.");
        }
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        return uploading.take(person.schoolId(), opened, name, into, file.getBytes(), Person.of(person));
    }

    private static Uploading.Taken refused(String because) {
        return new Uploading.Taken.Refused(List.of(because));
    }

    private static List<MultipartFile> files(HttpServletRequest request) {
        return request instanceof MultipartHttpServletRequest form
                ? form.getMultiFileMap().values().stream()
                        .flatMap(List::stream)
                        .filter(file -> file.getSize() > 0 || !"".equals(file.getOriginalFilename()))
                        .toList()
                : List.of();
    }

    private Upload found(Desk.Opened opened, UUID upload) {
        return uploading
                .find(opened.draft(), upload)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelAndView form(StaffMember person, Desk.Opened opened, String into, List<String> refused) {
        Set<String> paths = books.of(person.schoolId(), opened.owner(), opened.draft())
                .own()
                .paths();
        ModelAndView page = new ModelAndView("uploads");
        page.addObject("draft", opened.draft());
        page.addObject("mayEdit", opened.draft().open());
        page.addObject("paths", paths);
        page.addObject("into", into);
        page.addObject("because", refused);
        return page;
    }
}
