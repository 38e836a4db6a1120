package signpost.api.caseload;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which students a list is for. What is chosen stands in the address; what somebody searched for may be a name, and does
 * not.
 *
 * @param all every student by name, or those with something open in order of need
 * @param chosen what each is narrowed to
 * @param search a fragment of a name or student id
 */
record Filter(boolean all, Map<By, String> chosen, Optional<String> search) {

    private static final String VIEW = "view";
    private static final String ALL = "all";

    /** Says in the address that the list is of what was searched for last. */
    static final String FOUND = "found";

    Filter {
        chosen = chosen.isEmpty() ? Map.of() : java.util.Collections.unmodifiableMap(new EnumMap<>(chosen));
    }

    /** @param sent as in the address */
    static Filter of(Map<String, String> sent, Optional<String> search) {
        Map<By, String> chosen = new EnumMap<>(By.class);
        for (By by : By.values()) {
            given(sent.getOrDefault(by.key(), "")).ifPresent(value -> chosen.put(by, value));
        }
        return new Filter(ALL.equals(sent.get(VIEW)), chosen, sent.containsKey(FOUND) ? search : Optional.empty());
    }

    /** Without what this person may not choose. */
    Filter seeing(BiPredicate<By, String> may) {
        return new Filter(
                all,
                chosen.entrySet().stream()
                        .filter(choice -> may.test(choice.getKey(), choice.getValue()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                search);
    }

    Filter without(By by) {
        return seeing((kept, value) -> kept != by);
    }

    Filter with(By by, String value) {
        Map<By, String> more = new EnumMap<>(By.class);
        more.putAll(chosen);
        more.put(by, value);
        return new Filter(all, more, search);
    }

    /** Without what was searched for. */
    public Filter withoutSearch() {
        return new Filter(all, chosen, Optional.empty());
    }

    public Optional<String> by(By by) {
        return Optional.ofNullable(chosen.get(by));
    }

    /** For pages, which know the names only. */
    public Optional<String> by(String name) {
        return by(By.valueOf(name));
    }

    /** Whether it leaves anybody out whom the list would have else. */
    public boolean narrows() {
        return !chosen.isEmpty() || search.isPresent();
    }

    /** Whether one of the less common choices was made. */
    public boolean narrowsFurther() {
        return by(By.INTERVENTION).isPresent()
                || by(By.SEND).isPresent()
                || by(By.CARE).isPresent()
                || by(By.SINCE).isPresent();
    }

    /** The address of a page of this list, from 1. */
    public String address(int page) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/caseload");
        if (all) {
            address.queryParam(VIEW, ALL);
        }
        chosen.keySet().forEach(by -> address.queryParam(by.key(), "{" + by.key() + "}"));
        if (search.isPresent()) {
            address.queryParam(FOUND, "yes");
        }
        if (page > 1) {
            address.queryParam("page", page);
        }
        return address.encode()
                .buildAndExpand(chosen.entrySet().stream()
                        .collect(Collectors.toMap(choice -> choice.getKey().key(), Map.Entry::getValue)))
                .toUriString();
    }

    /** All of the address that says which students, without what was searched for. */
    public String query() {
        String address = withoutSearch().address(1);
        int question = address.indexOf('?');
        return question < 0 ? "" : address.substring(question + 1);
    }

    private static Optional<String> given(String text) {
        return Optional.of(text.strip())
                .filter(word -> !word.isEmpty() && word.length() <= 200)
                .filter(word -> word.chars().noneMatch(Character::isISOControl));
    }
}
