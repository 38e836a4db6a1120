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

    private static final String SCHOOL = "school";
    private static final int SCHOOL_ORDER = 60;

    private final ObjectProvider<MenuEntry> entries;
    private final ObjectProvider<SchoolEntry> ofTheSchool;
    private final ObjectProvider<StudentEntry> aboutStudents;

    Menu(
            ObjectProvider<MenuEntry> entries,
            ObjectProvider<SchoolEntry> ofTheSchool,
            ObjectProvider<StudentEntry> aboutStudents) {
        this.entries = entries;
        this.ofTheSchool = ofTheSchool;
        this.aboutStudents = aboutStudents;
    }

    /** What is opened every day, and one entry for all else; where that is a single page, the page itself. */
    public List<MenuEntry> of(Authentication person) {
        List<SchoolEntry> school = ofTheSchool(person);
        Stream<MenuEntry> behind = school.stream()
                .limit(1)
                .map(one -> school.size() > 1
                        ? new MenuEntry(SCHOOL_ORDER, SCHOOL, "The school", "/school", one.authority())
                        : new MenuEntry(SCHOOL_ORDER, one.key(), one.title(), one.address(), one.authority()));
        return allowed(
                person,
                Stream.concat(entries.stream(), behind),
                MenuEntry::authority,
                MenuEntry::order,
                MenuEntry::title);
    }

    public List<SchoolEntry> ofTheSchool(Authentication person) {
        return allowed(person, ofTheSchool.stream(), SchoolEntry::authority, SchoolEntry::order, SchoolEntry::title);
    }

    /** Whether a page is this entry's, or of one that is behind it. */
    public boolean holds(MenuEntry entry, String current) {
        return entry.key().equals(current)
                || (entry.key().equals(SCHOOL)
                        && ofTheSchool.stream().anyMatch(one -> one.key().equals(current)));
    }

    public List<StudentEntry> aboutStudents(Authentication person) {
        return allowed(
                person, aboutStudents.stream(), StudentEntry::authority, StudentEntry::order, StudentEntry::title);
    }

    private static <T> List<T> allowed(
            Authentication person,
            Stream<T> all,
            Function<T, String> authority,
            Function<T, Integer> order,
            Function<T, String> title) {
        Set<String> may = person.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.toSet());
        return all.filter(entry -> may.contains(authority.apply(entry)))
                .sorted(Comparator.comparing(order).thenComparing(title))
                .toList();
    }
}
