package signpost.api.evidence;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import signpost.api.rulebooks.BookInForce;
import signpost.api.schools.StaffMember;
import signpost.api.terms.SchoolTerm;
import signpost.api.terms.Terms;
import signpost.engine.catalogue.OverrideReason;

/** What came of the suggestions of a term, by rule and by person: for the head of destinations, and without a ranking. */
@Controller
@PreAuthorize("hasAuthority('SEE_EVIDENCE')")
class EvidencePages {

    /** Why a rule's suggestions, or a person's, were overridden: the reason's words and how often. */
    record Why(String label, int times) {}

    /** A line of a table. */
    record Line(Tallied tallied, List<Why> why) {}

    private final Tallies tallies;
    private final Terms terms;
    private final BookInForce book;
    private final Clock clock;

    EvidencePages(Tallies tallies, Terms terms, BookInForce book, Clock clock) {
        this.tallies = tallies;
        this.terms = terms;
        this.book = book;
        this.clock = clock;
    }

    @GetMapping("/evidence")
    @Transactional
    public String show(@RequestParam Optional<UUID> term, @AuthenticationPrincipal StaffMember person, Model model) {
        SchoolTerm chosen = chosen(person, term);
        model.addAttribute("terms", begun(person.schoolId()));
        model.addAttribute("term", chosen);
        model.addAttribute("rules", lines(tallies.ofRules(person.schoolId(), chosen.id())));
        model.addAttribute("people", lines(tallies.ofPeople(person.schoolId(), chosen.id())));
        model.addAttribute("least", Tallied.LEAST);
        return "evidence";
    }

    /**
     * The same figures as a CSV.
     *
     * @param of {@code rules} or {@code people}
     */
    @GetMapping("/evidence/{of}.csv")
    @Transactional
    public ResponseEntity<byte[]> export(
            @PathVariable String of, @RequestParam Optional<UUID> term, @AuthenticationPrincipal StaffMember person) {
        SchoolTerm chosen = chosen(person, term);
        boolean rules = of.equals("rules");
        if (!rules && !of.equals("people")) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        List<Tallied> lines = rules
                ? tallies.ofRules(person.schoolId(), chosen.id())
                : tallies.ofPeople(person.schoolId(), chosen.id());
        String csv = EvidenceCsv.of(
                rules ? "rule" : "person",
                lines,
                book.recommender().book().catalogue().reasons());
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"evidence-" + of + ".csv\"")
                .body(csv.getBytes(StandardCharsets.UTF_8));
    }

    private SchoolTerm chosen(StaffMember person, Optional<UUID> id) {
        LocalDate today = LocalDate.now(clock);
        return id.flatMap(wanted -> begun(person.schoolId()).stream()
                        .filter(term -> term.id().equals(wanted))
                        .findFirst())
                .orElseGet(() -> terms.on(person.schoolId(), today));
    }

    /** The terms there can be evidence of, the last first. */
    private List<SchoolTerm> begun(UUID school) {
        LocalDate today = LocalDate.now(clock);
        return terms.all(school).stream()
                .filter(term -> !term.term().starts().isAfter(today))
                .sorted(Comparator.comparing((SchoolTerm term) -> term.term().starts())
                        .reversed())
                .toList();
    }

    private List<Line> lines(List<Tallied> all) {
        return all.stream().map(one -> new Line(one, why(one))).toList();
    }

    /** In the order of the catalogue; reasons it no longer has come last, by their code. */
    private List<Why> why(Tallied one) {
        List<String> known = book.recommender().book().catalogue().reasons().stream()
                .map(OverrideReason::code)
                .toList();
        return one.overridden().entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Integer> reason) ->
                                known.contains(reason.getKey()) ? known.indexOf(reason.getKey()) : known.size())
                        .thenComparing(Map.Entry::getKey))
                .map(reason -> new Why(label(reason.getKey()), reason.getValue()))
                .toList();
    }

    private String label(String code) {
        return book.recommender()
                .book()
                .catalogue()
                .reason(code)
                .map(OverrideReason::label)
                .orElse(code);
    }
}
