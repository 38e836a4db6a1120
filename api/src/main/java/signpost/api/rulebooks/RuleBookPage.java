package signpost.api.rulebooks;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import signpost.api.schools.StaffMember;
import signpost.engine.rulebook.BookZip;
import signpost.engine.rulebook.RuleBook;
import signpost.engine.vocabulary.Dates;

/** The rules in force in their own sentences, where they come from, and what is wrong with the last reading. */
@Controller
@PreAuthorize("hasAuthority('SEE_RULE_BOOK')")
class RuleBookPage {

    private static final MediaType ZIP = new MediaType("application", "zip");

    private static final int LONGEST_SEARCH = 100;

    private final BookInForce inForce;
    private final RuleBooks books;
    private final BooksOfSchools schools;
    private final RuleFigures figures;
    private final RuleBookNotices notices;
    private final WhichVersion version;
    private final Clock clock;

    RuleBookPage(
            BookInForce inForce,
            RuleBooks books,
            BooksOfSchools schools,
            RuleFigures figures,
            RuleBookNotices notices,
            WhichVersion version,
            Clock clock) {
        this.inForce = inForce;
        this.books = books;
        this.schools = schools;
        this.figures = figures;
        this.notices = notices;
        this.version = version;
        this.clock = clock;
    }

    @GetMapping("/rule-book")
    String show(
            @RequestParam(defaultValue = "") String find, Model model, @AuthenticationPrincipal StaffMember person) {
        RuleBook book = inForce.recommender().book();
        String wanted = find.substring(0, Math.min(find.length(), LONGEST_SEARCH));
        List<Topics.Topic> topics = Topics.saying(Topics.of(book), wanted);
        model.addAttribute("topics", topics);
        model.addAttribute("find", wanted);
        model.addAttribute(
                "found", topics.stream().mapToInt(topic -> topic.rules().size()).sum());
        model.addAttribute("figures", figures.lines(person));
        model.addAttribute("departures", book.departures());
        model.addAttribute("digest", book.digest().substring(0, 12));
        model.addAttribute("rules", book.rules().size());
        Optional<RuleBooks.Published> published = books.published(book.digest());
        model.addAttribute(
                "scenarios",
                published
                        .map(RuleBooks.Published::scenarios)
                        .orElse(book.scenarios().size()));
        Optional<BooksOfSchools.Conflict> conflict = schools.conflict(person.schoolId());
        // Where what was published does not fit, the last version is not what is in force.
        Optional<String> origin = conflict.isPresent() ? Optional.empty() : version.words(person.schoolId());
        model.addAttribute(
                "origin",
                origin.or(() -> published.map(RuleBooks.Published::origin)).orElse("another replica"));
        model.addAttribute("notices", notices.of(person));
        model.addAttribute(
                "since",
                published
                        .map(found -> Dates.moment(found.since().atZone(clock.getZone())))
                        .orElse("just now"));
        model.addAttribute(
                "problems", conflict.map(BooksOfSchools.Conflict::problems).orElse(List.of()));
        model.addAttribute(
                "tried",
                conflict.map(found -> Dates.moment(found.foundAt().atZone(clock.getZone())))
                        .orElse(""));
        return "rule-book";
    }

    /** The files of the book in force, byte for byte, to look at or to begin a folder of one's own with. */
    @GetMapping("/rule-book.zip")
    ResponseEntity<byte[]> download() {
        String digest = inForce.recommender().book().digest();
        String name = "rule-book-" + digest.substring(0, 12) + ".zip";
        return books.files(digest)
                .map(files -> ResponseEntity.ok()
                        .contentType(ZIP)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename(name)
                                        .build()
                                        .toString())
                        .body(BookZip.pack(files)))
                .orElseThrow();
    }
}
