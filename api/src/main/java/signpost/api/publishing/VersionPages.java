package signpost.api.publishing;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
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
import signpost.api.drafts.Desk;
import signpost.api.pages.FreeText;
import signpost.api.pages.SeeOther;
import signpost.api.rulebooks.Owner;
import signpost.api.rulebooks.Owners;
import signpost.api.rulebooks.Version;
import signpost.api.rulebooks.Version.Person;
import signpost.api.rulebooks.Versions;
import signpost.api.schools.StaffMember;
import signpost.api.students.NamesInText;
import signpost.engine.rulebook.BookZip;
import signpost.engine.vocabulary.Dates;

/** Every version there was: who wrote and approved it, why, and what it changed; and the way back to one. */
@Controller
@RequestMapping("/rule-book/versions")
@PreAuthorize("hasAuthority('SEE_RULE_BOOK')")
class VersionPages {

    private static final int LONGEST = 2000;

    /**
     * A version in a list.
     *
     * @param back which one it goes back to; empty where it goes forward
     * @param same whether its files are those of the last one, so that there is nothing to go back to
     */
    record Line(Version version, String at, String back, boolean same) {}

    /** Whose versions they are. */
    record Shelf(Owner owner, int last, List<Line> lines, boolean mayRollBack) {}

    private final Owners owners;
    private final Versions versions;
    private final Desk desk;
    private final Publishing publishing;
    private final NamesInText names;
    private final Clock clock;

    VersionPages(Owners owners, Versions versions, Desk desk, Publishing publishing, NamesInText names, Clock clock) {
        this.owners = owners;
        this.versions = versions;
        this.desk = desk;
        this.publishing = publishing;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(@AuthenticationPrincipal StaffMember person) {
        Owners.Both both = owners.of(person.schoolId());
        List<Owner> theirs = desk.owners(person);
        ModelAndView page = new ModelAndView("versions");
        page.addObject(
                "shelves",
                Stream.concat(both.trust().stream(), Stream.of(both.school()))
                        .map(owner -> shelf(owner, theirs.contains(owner)))
                        .toList());
        return page;
    }

    @GetMapping("/{owner}/{number}/book.zip")
    ResponseEntity<byte[]> download(@PathVariable UUID owner, @PathVariable String number) {
        return versions.files(owner, parsed(number))
                .map(files -> ResponseEntity.ok()
                        .contentType(new MediaType("application", "zip"))
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename("rule-book-version-" + number + ".zip")
                                        .build()
                                        .toString())
                        .body(BookZip.pack(files)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Who may approve may also go back: the version was approved once, and a wrong book must not wait for anybody. */
    @PostMapping("/{owner}/{number}/roll-back")
    @PreAuthorize("hasAuthority('APPROVE_RULE_BOOK')")
    ModelAndView rollBack(
            @PathVariable UUID owner,
            @PathVariable String number,
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        Owner whose = desk.owner(person, owner).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String typed = FreeText.clean(sent.getOrDefault("reason", ""));
        if (names.anyIn(typed)) {
            next.addFlashAttribute("refused", "The reason has a student’s name in it, and would be kept.");
            return SeeOther.at("/rule-book/versions");
        }
        String reason = typed.isBlank() ? "Back to version " + number : typed;
        Answer answer = publishing.rollBack(
                person.schoolId(),
                whose,
                parsed(number),
                parsed(sent.getOrDefault("last", "")),
                reason.substring(0, Math.min(reason.length(), LONGEST)),
                Person.of(person));
        if (answer instanceof Answer.Done done) {
            next.addFlashAttribute("done", done.said());
        } else {
            next.addFlashAttribute("refused", ((Answer.Refused) answer).because());
        }
        return SeeOther.at("/rule-book/versions");
    }

    private Shelf shelf(Owner owner, boolean theirs) {
        List<Version> all = versions.of(owner.id());
        return new Shelf(
                owner,
                all.isEmpty() ? 0 : all.get(0).number(),
                all.stream()
                        .map(version -> new Line(
                                version,
                                Dates.moment(version.publishedAt().atZone(clock.getZone())),
                                back(version.rolledBackTo()),
                                version.digest().equals(all.get(0).digest())))
                        .toList(),
                theirs);
    }

    private static String back(OptionalInt version) {
        if (version.isEmpty()) {
            return "";
        }
        return version.getAsInt() == 0
                ? "Back to what was before the first version"
                : "Back to version " + version.getAsInt();
    }

    private static int parsed(String number) {
        return number.matches("\\d{1,9}") ? Integer.parseInt(number) : -1;
    }
}
