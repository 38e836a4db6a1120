package signpost.api.caseload;

import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which students a list is for. Never by name: what is asked for stands in the address.
 *
 * @param view {@link #NEED} or {@link #ALL}
 * @param year a year group, as the vocabulary writes it
 * @param group a registration group
 * @param flag the name of a flag
 */
record Filter(String view, Optional<String> year, Optional<String> group, Optional<String> flag) {

    /** Students with something open, in order of need. */
    static final String NEED = "need";

    /** Every student, by name. */
    static final String ALL = "all";

    static Filter of(@Nullable String view, @Nullable String year, @Nullable String group, @Nullable String flag) {
        return new Filter(ALL.equals(view) ? ALL : NEED, given(year), given(group), given(flag));
    }

    /** Without a flag that this person may not look for. */
    Filter seeing(Predicate<String> flags) {
        return new Filter(view, year, group, flag.filter(flags));
    }

    /** Whether it leaves anybody out. */
    public boolean narrows() {
        return year.isPresent() || group.isPresent() || flag.isPresent();
    }

    public boolean all() {
        return view.equals(ALL);
    }

    /** The address of a page of this list, from 1. */
    public String address(int page) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/caseload");
        if (all()) {
            address.queryParam("view", ALL);
        }
        year.ifPresent(value -> address.queryParam("year", "{year}"));
        group.ifPresent(value -> address.queryParam("group", "{group}"));
        flag.ifPresent(value -> address.queryParam("flag", "{flag}"));
        if (page > 1) {
            address.queryParam("page", page);
        }
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
