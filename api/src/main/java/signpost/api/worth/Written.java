package signpost.api.worth;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.stereotype.Component;
import signpost.api.rulebooks.BookInForce;
import signpost.api.rulebooks.Composition;
import signpost.api.rulebooks.Owner;
import signpost.api.rulebooks.Owners;
import signpost.api.rulebooks.Versions;
import signpost.api.schools.StaffMember;
import signpost.engine.change.Outline;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.rulebook.Departure;
import signpost.engine.rulebook.Origin;
import signpost.engine.rulebook.Rule;
import signpost.engine.rulebook.RuleBook;

/** Finds a rule in the files that say it. */
@Component
class Written {

    private static final String SCHOOL = "school/";
    private static final String TRUST = "trust/";

    private final BookInForce inForce;
    private final Owners owners;
    private final Composition composition;
    private final Versions versions;

    Written(BookInForce inForce, Owners owners, Composition composition, Versions versions) {
        this.inForce = inForce;
        this.owners = owners;
        this.composition = composition;
        this.versions = versions;
    }

    /**
     * A rule of the book in force.
     *
     * @param origin whose it is for this school; the trust's too where the school has added nothing
     * @param off the school's departure, where it switched the trust's rule off
     */
    record Found(RuleBook book, Rule rule, Owners.Both owners, Origin origin, Optional<Departure> off) {

        boolean trusts() {
            return origin == Origin.TRUST;
        }

        /** Why it is off for this school; nothing while it is on. */
        Optional<String> why() {
            return off.map(Departure::why).or(rule::off);
        }

        /** Whether the school's own files say that it is off: what a trust switched off, the trust switches on. */
        boolean schoolsOff() {
            return off.isPresent() || (rule.off().isPresent() && (origin == Origin.BOOK || origin == Origin.SCHOOL));
        }
    }

    /** A unit of a text file, such as a rule. */
    record Unit(String path, String file, Outline outline, Outline.Unit unit) {

        String text() {
            return outline.text(unit);
        }
    }

    /** The rule of this name, or the one of the trust that the school switched off; empty when there is none. */
    Optional<Found> rule(StaffMember person, String name) {
        RuleBook book = inForce.recommender().book();
        Optional<Departure> off = book.departures().stream()
                .filter(one -> one.schools().isEmpty() && one.trusts().name().equalsIgnoreCase(name))
                .findFirst();
        Owners.Both both = owners.of(person.schoolId());
        return book.rule(name)
                .or(() -> off.map(Departure::trusts))
                .map(rule -> new Found(book, rule, both, origin(rule, both), off));
    }

    /** A school that has added nothing judges by its trust's book as it is, without layers. */
    private static Origin origin(Rule rule, Owners.Both both) {
        return rule.origin() == Origin.BOOK && both.trust().isPresent() ? Origin.TRUST : rule.origin();
    }

    /** An owner's files in its last version. */
    BookFiles own(StaffMember person, Owner owner) {
        return composition.own(person.schoolId(), owner, versions.last(owner.id()));
    }

    /** Where the school's own part of these files begins. */
    static String folder(BookFiles own) {
        return own.layered() ? SCHOOL : "";
    }

    /** The path of the file in which a rule stands, among an owner's own files. */
    static String path(Rule rule, BookFiles own) {
        return path(rule.place().file(), own);
    }

    /** A path of the whole book as the owner of these files calls it. */
    static String path(String file, BookFiles own) {
        if (own.paths().contains(file)) {
            return file;
        }
        return file.startsWith(SCHOOL) ? file.substring(SCHOOL.length()) : file.replaceFirst("^" + TRUST, "");
    }

    /** The block with this keyword and title in a text file; empty for a row of a table. */
    static Optional<Unit> unit(BookFiles files, String path, String keyword, String title) {
        if (!path.endsWith(".txt") || !files.paths().contains(path)) {
            return Optional.empty();
        }
        String text = new String(files.bytes(path), StandardCharsets.UTF_8);
        Outline outline = Outline.of(path, text);
        return outline.units().stream()
                .filter(unit -> unit.keyword().equalsIgnoreCase(keyword) && same(unit.title(), title))
                .findFirst()
                .map(unit -> new Unit(path, text, outline, unit));
    }

    private static boolean same(String one, String other) {
        return one.strip()
                .replaceAll("\\s+", " ")
                .equalsIgnoreCase(other.strip().replaceAll("\\s+", " "));
    }
}
