package signpost.api.pages;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;

/** What every capability adds to the menu and to the page of a student; the layout asks it by its name. */
@Component("menu")
class Menu {

    private final ObjectProvider<MenuEntry> entries;
    private final ObjectProvider<StudentEntry> aboutStudents;

    Menu(ObjectProvider<MenuEntry> entries, ObjectProvider<StudentEntry> aboutStudents) {
        this.entries = entries;
        this.aboutStudents = aboutStudents;
    }

    public List<MenuEntry> of(Authentication person) {
        return allowed(person, entries.stream(), MenuEntry::authority, MenuEntry::order);
    }

    public List<StudentEntry> aboutStudents(Authentication person) {
        return allowed(person, aboutStudents.stream(), StudentEntry::authority, StudentEntry::order);
    }

    private static <T> List<T> allowed(
            Authentication person, Stream<T> all, Function<T, String> authority, Function<T, Integer> order) {
        Set<String> may = person.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.toSet());
        return all.filter(entry -> may.contains(authority.apply(entry)))
                .sorted(Comparator.comparing(order))
                .toList();
    }
}
