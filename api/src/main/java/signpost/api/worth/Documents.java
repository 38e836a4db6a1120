package signpost.api.worth;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.rulebooks.BookInForce;
import signpost.api.rulebooks.Owner;
import signpost.api.rulebooks.Owners;
import signpost.api.rulebooks.Version;
import signpost.api.rulebooks.Versions;
import signpost.api.schools.StaffMember;
import signpost.engine.analysis.Analysis;
import signpost.engine.rulebook.Rule;
import signpost.engine.rulebook.RuleBook;
import signpost.engine.vocabulary.Dates;

/** Makes documents of the book in force. */
@Component
class Documents {

    private final BookInForce inForce;
    private final Owners owners;
    private final Versions versions;
    private final Clock clock;

    Documents(BookInForce inForce, Owners owners, Versions versions, Clock clock) {
        this.inForce = inForce;
        this.owners = owners;
        this.versions = versions;
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
        Owners.Both both = owners.of(person.schoolId());
        List<String> parts = Stream.concat(both.trust().stream(), Stream.of(both.school()))
                .flatMap(
                        owner -> last(owner)
                                .map(version -> "version " + version.number() + " of " + owner.words() + "’s own rules")
                                .stream())
                .toList();
        return parts.isEmpty() ? "the rules Signpost comes with" : String.join(", with ", parts);
    }

    private Optional<String> publishedOn(StaffMember person) {
        Owners.Both both = owners.of(person.schoolId());
        return Stream.concat(both.trust().stream(), Stream.of(both.school()))
                .flatMap(owner -> last(owner).stream())
                .max(Comparator.comparing(Version::publishedAt))
                .map(version -> Dates.words(
                        version.publishedAt().atZone(clock.getZone()).toLocalDate()));
    }

    private Optional<Version> last(Owner owner) {
        return versions.of(owner.id()).stream().findFirst();
    }

    private String day() {
        return Dates.words(LocalDate.now(clock));
    }
}
