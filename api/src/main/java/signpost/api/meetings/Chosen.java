package signpost.api.meetings;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which students a meeting is about. Never by name: what is asked for stands in the address.
 *
 * @param year a year group
 * @param group a tutor group
 * @param flag the name of a flag
 * @param picked students picked one by one; of those the rest chooses, only they are listed
 */
record Chosen(Optional<String> year, Optional<String> group, Optional<String> flag, List<UUID> picked) {

    Chosen {
        picked = List.copyOf(picked);
    }

    static Chosen of(
            @Nullable String year, @Nullable String group, @Nullable String flag, @Nullable List<UUID> picked) {
        return new Chosen(given(year), given(group), given(flag), picked == null ? List.of() : picked);
    }

    /** Without a flag that this person may not look for. */
    Chosen seeing(Predicate<String> flags) {
        return new Chosen(year, group, flag.filter(flags), picked);
    }

    /** Whether anything is chosen yet: a meeting is never about everybody. */
    public boolean any() {
        return year.isPresent() || group.isPresent() || flag.isPresent() || !picked.isEmpty();
    }

    public boolean isPicked(UUID student) {
        return picked.contains(student);
    }

    /** The address of the same students, on a page or as a file. */
    public String address(String path) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        year.ifPresent(value -> address.queryParam("year", "{year}"));
        group.ifPresent(value -> address.queryParam("group", "{group}"));
        flag.ifPresent(value -> address.queryParam("flag", "{flag}"));
        picked.forEach(one -> address.queryParam("pick", one));
        return address.encode()
                .buildAndExpand(
                        java.util.Map.of("year", year.orElse(""), "group", group.orElse(""), "flag", flag.orElse("")))
                .toUriString();
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text)
                .map(String::strip)
                .filter(word -> !word.isEmpty() && word.length() <= 200)
                .filter(word -> word.chars().noneMatch(Character::isISOControl));
    }
}
