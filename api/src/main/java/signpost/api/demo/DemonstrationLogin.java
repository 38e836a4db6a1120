package signpost.api.demo;

import java.util.Locale;
import signpost.api.schools.Role;

/** The accounts of the demonstration: roles, not people. */
enum DemonstrationLogin {
    ADVISER("adviser", "Careers adviser", Role.ADVISER, true),
    SIXTH_FORM_ADVISER("adviser2", "Sixth form careers adviser", Role.ADVISER, false),
    TUTOR("tutor", "Tutor", Role.TUTOR, true),
    HEAD("head", "Head of destinations", Role.HEAD_OF_DESTINATIONS, false),
    LEADER("leader", "Senior leader", Role.SENIOR_LEADER, false);

    private final String name;
    private final String words;
    private final Role role;
    private final boolean everySchool;

    DemonstrationLogin(String name, String words, Role role, boolean everySchool) {
        this.name = name;
        this.words = words;
        this.role = role;
        this.everySchool = everySchool;
    }

    Role role() {
        return role;
    }

    boolean everySchool() {
        return everySchool;
    }

    /** {@code adviser.thornbeck}. */
    String username(String school) {
        return name + "." + firstWord(school).toLowerCase(Locale.ROOT);
    }

    /** {@code Careers adviser, Thornbeck}. */
    String title(String school) {
        return words + ", " + firstWord(school);
    }

    private static String firstWord(String school) {
        int space = school.indexOf(' ');
        return space < 0 ? school : school.substring(0, space);
    }
}
