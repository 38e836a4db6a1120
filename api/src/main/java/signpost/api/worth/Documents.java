package signpost.api.worth;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.rulebooks.BookInForce;
import signpost.api.rulebooks.Version;
import signpost.api.rulebooks.WhichVersion;
import signpost.api.schools.StaffMember;
import signpost.engine.analysis.Analysis;
import signpost.engine.rulebook.Rule;
import signpost.engine.rulebook.RuleBook;
import signpost.engine.vocabulary.Dates;

/** Makes documents of the book in force. */
@Component
class Documents {

    private final BookInForce inForce;
    private final WhichVersion version;
    private final Clock clock;

    Documents(BookInForce inForce, WhichVersion version, Clock clock) {
        this.inForce = inForce;
        this.version = version;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public BookDocument book(StaffMember person) {
        return BookDocument.of(inForce.recommender().book(), person.schoolName(), version(person), day());
    }

    @Transactional(readOnly = true)
    public TransparencyRecord record(StaffMember person) {
        RuleBook book = inForce.recommender().book();
        LocalDate today = LocalDate.now(clock);
        List<String> named = book.rules().stream()
                .map(Rule::owner)
                .filter(owner -> !owner.isEmpty())
                .distinct()
                .sorted()
                .toList();
        return TransparencyRecord.of(
                book(person), named, Analysis.of(book, today).sensitive().size(), publishedOn(person));
    }

    private String version(StaffMember person) {
        return version.words(person.schoolId()).orElse("the rules Signpost comes with");
    }

    private Optional<String> publishedOn(StaffMember person) {
        return version.last(person.schoolId()).stream()
                .max(Comparator.comparing(Version::publishedAt))
                .map(last ->
                        Dates.words(last.publishedAt().atZone(clock.getZone()).toLocalDate()));
    }

    private String day() {
        return Dates.words(LocalDate.now(clock));
    }
}
