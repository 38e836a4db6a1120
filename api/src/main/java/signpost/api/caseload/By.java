package signpost.api.caseload;

import java.util.Locale;

/** What the students of a list can be chosen by. The name in small letters stands in the address of the list. */
enum By {
    WHOSE("Whose caseload"),
    STUDENTS("Students"),
    YEAR("Year group"),
    GROUP("Tutor group"),
    STATUS("Status"),
    FLAG("Flag"),
    INTERVENTION("Intervention"),
    SEND("SEND"),
    CARE("In care"),
    SINCE("Since I looked");

    /** Stands for what is not known, or a tutor group there is not: a choice like any other. */
    static final String UNKNOWN = "unknown";

    /** Of {@link #STUDENTS}: those who have left; without it, those who have not. */
    static final String LEFT = "left";

    /** Of {@link #WHOSE}: whose caseload they are is not asked; of {@link #STUDENTS}: whether they have left. */
    static final String EVERYBODY = "everybody";

    /** Of {@link #WHOSE}: those who are nobody's caseload. */
    static final String NOBODY = "nobody";

    private final String words;

    By(String words) {
        this.words = words;
    }

    /** As it stands in the address and in the form. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String words() {
        return words;
    }

    /** Whether it would tell special-category facts, or what rests on them. */
    boolean tellsSpecialCategory() {
        return this == INTERVENTION || this == SEND || this == CARE;
    }
}
