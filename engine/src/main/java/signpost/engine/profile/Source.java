package signpost.engine.profile;

/** Where an observation came from. */
public enum Source {
    MIS("the school's MIS"),
    INTERVIEW("a guidance interview"),
    TUTOR_TIME("tutor time"),
    SURVEY("a survey"),
    LEAVER_SESSION("a leaver session"),
    STAFF("a member of staff"),
    ROLL_OVER("the move into a new academic year"),
    SCENARIO("a scenario"),
    WORKED_OUT("other facts, worked out");

    private final String words;

    Source(String words) {
        this.words = words;
    }

    /** As it reads after "from". */
    public String words() {
        return words;
    }
}
