package signpost.api.schools;

import static signpost.api.schools.Permission.ADMINISTER;
import static signpost.api.schools.Permission.APPROVE_RULE_BOOK;
import static signpost.api.schools.Permission.ASSIGN;
import static signpost.api.schools.Permission.DECIDE;
import static signpost.api.schools.Permission.EDIT_RULE_BOOK;
import static signpost.api.schools.Permission.MANAGE_ACCESS;
import static signpost.api.schools.Permission.RECORD_DESTINATIONS;
import static signpost.api.schools.Permission.RECORD_INTERVIEWS;
import static signpost.api.schools.Permission.RECORD_TUTOR_TIME;
import static signpost.api.schools.Permission.RUN_TERM;
import static signpost.api.schools.Permission.SEE_EVIDENCE;
import static signpost.api.schools.Permission.SEE_NOTE_READS;
import static signpost.api.schools.Permission.SEE_RULE_BOOK;
import static signpost.api.schools.Permission.SEE_SPECIAL_CATEGORY;
import static signpost.api.schools.Permission.SEE_STUDENTS;
import static signpost.api.schools.Permission.SET_CAPACITY;
import static signpost.api.schools.Permission.WRITE_NOTES;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What somebody is at a school. */
public enum Role {
    ADVISER("Careers adviser"),
    TUTOR("Tutor"),
    HEAD_OF_DESTINATIONS("Head of destinations"),
    SENIOR_LEADER("Senior leader"),
    ADMINISTRATOR("Administrator");

    private final String words;

    Role(String words) {
        this.words = words;
    }

    /** As people read it. */
    public String words() {
        return words;
    }

    /** The roles that may do something. */
    public static Set<Role> allowed(Permission permission) {
        return Arrays.stream(values())
                .filter(role -> role.permissions().contains(permission))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What the role may do: this is the whole table. */
    public Set<Permission> permissions() {
        return switch (this) {
            case ADVISER ->
                Set.of(
                        SEE_STUDENTS,
                        SEE_SPECIAL_CATEGORY,
                        DECIDE,
                        RECORD_INTERVIEWS,
                        RECORD_TUTOR_TIME,
                        WRITE_NOTES,
                        SEE_RULE_BOOK);
            case HEAD_OF_DESTINATIONS ->
                Set.of(
                        SEE_STUDENTS,
                        SEE_SPECIAL_CATEGORY,
                        DECIDE,
                        RECORD_DESTINATIONS,
                        RECORD_INTERVIEWS,
                        RECORD_TUTOR_TIME,
                        WRITE_NOTES,
                        SEE_NOTE_READS,
                        SEE_EVIDENCE,
                        SEE_RULE_BOOK,
                        ASSIGN,
                        EDIT_RULE_BOOK,
                        APPROVE_RULE_BOOK,
                        RUN_TERM,
                        SET_CAPACITY);
            case SENIOR_LEADER -> Set.of(SEE_EVIDENCE, SEE_RULE_BOOK, APPROVE_RULE_BOOK);
            case TUTOR -> Set.of(SEE_STUDENTS, RECORD_TUTOR_TIME, WRITE_NOTES, SEE_RULE_BOOK);
            case ADMINISTRATOR -> Set.of(ADMINISTER, MANAGE_ACCESS, ASSIGN);
        };
    }
}
