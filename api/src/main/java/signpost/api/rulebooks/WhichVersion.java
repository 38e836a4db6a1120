package signpost.api.rulebooks;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which versions a school's book was made of, as people read it. */
@Component
public class WhichVersion {

    private final Owners owners;
    private final Versions versions;

    WhichVersion(Owners owners, Versions versions) {
        this.owners = owners;
        this.versions = versions;
    }

    /** Such as {@code version 3 of the trust’s own rules, with version 2 of the school’s own rules}; nothing before the first. */
    @Transactional(readOnly = true)
    public Optional<String> words(UUID school) {
        List<String> parts = lastOf(school)
                .map(last -> "version " + last.version().number() + " of "
                        + last.owner().words() + "’s own rules" + back(last.version()))
                .toList();
        return parts.isEmpty() ? Optional.empty() : Optional.of(parts.stream().collect(Collectors.joining(", with ")));
    }

    /** The last version of each that has one, the trust's first. */
    @Transactional(readOnly = true)
    public List<Version> last(UUID school) {
        return lastOf(school).map(Last::version).toList();
    }

    private record Last(Owner owner, Version version) {}

    private Stream<Last> lastOf(UUID school) {
        Owners.Both both = owners.of(school);
        return Stream.concat(both.trust().stream(), Stream.of(both.school()))
                .flatMap(owner ->
                        versions
                                .find(owner.id(), versions.last(owner.id()))
                                .map(version -> new Last(owner, version))
                                .stream());
    }

    private static String back(Version version) {
        if (version.rolledBackTo().isEmpty()) {
            return "";
        }
        int to = version.rolledBackTo().getAsInt();
        return to == 0 ? ", the same as before the first" : ", the same as version " + to;
    }
}
