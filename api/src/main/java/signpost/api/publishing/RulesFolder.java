package signpost.api.publishing;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import signpost.api.drafts.FromFolder;
import signpost.api.rulebooks.Owner;
import signpost.api.rulebooks.Owners;
import signpost.api.schools.SchoolScope;
import signpost.api.schools.Schools;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.text.Problem;

/**
 * A folder in which a school or a trust keeps its book, named by {@code signpost.rules.dir} and, where there is more than one
 * school, {@code signpost.rules.owner}: a school's URN or a trust's name. A change in it becomes a proposal like any other.
 */
@Component
class RulesFolder {

    private static final Logger LOG = LoggerFactory.getLogger(RulesFolder.class);
    private static final int MOST_LOGGED = 20;

    private final String folder;
    private final String named;
    private final Schools schools;
    private final Owners owners;
    private final SchoolScope scope;
    private final FromFolder drafts;
    private final Proposing proposing;
    private String lastSeen = "";

    RulesFolder(
            @Value("${signpost.rules.dir:}") String folder,
            @Value("${signpost.rules.owner:}") String named,
            Schools schools,
            Owners owners,
            SchoolScope scope,
            FromFolder drafts,
            Proposing proposing) {
        this.folder = folder.strip();
        this.named = named.strip();
        this.schools = schools;
        this.owners = owners;
        this.scope = scope;
        this.drafts = drafts;
        this.proposing = proposing;
    }

    /** A school from which the owner is seen, and whether the owner is its trust. */
    private record Whose(UUID school, boolean trust) {}

    /** Proposes what is otherwise in the folder than it was. */
    @Scheduled(fixedDelayString = "${signpost.rules.look-every:2s}")
    synchronized void look() {
        if (folder.isEmpty()) {
            return;
        }
        try {
            BookFiles files = BookFiles.ofFolder(Path.of(folder));
            Optional<Whose> whose = files.digest().equals(lastSeen) ? Optional.empty() : owner();
            whose.ifPresent(found -> {
                scope.within(found.school(), () -> propose(found, files));
                lastSeen = files.digest();
            });
        } catch (UncheckedIOException unreadable) {
            once("unreadable", "The folder {} cannot be read. Check that it exists and that Signpost may read it.");
        }
    }

    private void propose(Whose whose, BookFiles files) {
        Owners.Both both = owners.of(whose.school());
        Owner owner = whose.trust() ? both.trust().orElseThrow() : both.school();
        FromFolder.Found found = drafts.draft(whose.school(), owner, files, folder);
        if (found.draft().isEmpty()) {
            return;
        }
        if (!found.problems().isEmpty()) {
            LOG.warn(
                    "What changed in {} has {} problems and is a draft until they are mended:",
                    folder,
                    found.problems().size());
            found.problems().stream()
                    .limit(MOST_LOGGED)
                    .map(Problem::toString)
                    .forEach(problem -> LOG.warn("{}", problem));
            return;
        }
        boolean proposed =
                proposing.fromFolder(whose.school(), owner, found.draft().orElseThrow());
        LOG.info(
                proposed
                        ? "What changed in {} is proposed as draft {}"
                        : "What changed in {} is draft {}: its proposal's page says what keeps it from being proposed",
                folder,
                found.draft().orElseThrow());
    }

    /** Nobody, until it is clear whose folder it is. */
    private Optional<Whose> owner() {
        if (named.isEmpty()) {
            var all = schools.ids();
            if (all.size() > 1) {
                once(
                        "nobody's",
                        "There are several schools: say whose rules are in {} with signpost.rules.owner, a school's URN or"
                                + " a trust's name.");
            }
            return all.size() == 1 ? Optional.of(new Whose(all.get(0), false)) : Optional.empty();
        }
        Optional<Whose> found = schools.byUrn(named)
                .map(school -> new Whose(school.id(), false))
                .or(() -> schools.trustByName(named)
                        .flatMap(trust -> owners.schoolsOf(trust).stream().findFirst())
                        .map(school -> new Whose(school.id(), true)));
        if (found.isEmpty()) {
            once(
                    "unknown",
                    "No school has the URN, and no trust with a school the name, that signpost.rules.owner gives for {}.");
        }
        return found;
    }

    private void once(String what, String message) {
        if (!lastSeen.equals(what)) {
            lastSeen = what;
            LOG.warn(message, folder);
        }
    }
}
