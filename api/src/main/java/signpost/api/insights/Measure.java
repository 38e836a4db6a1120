package signpost.api.insights;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is measured of the students of a term, the same way every term. Not known is always a band of its own. */
public enum Measure {
    PLAN(
            "Post-16 plan",
            "The state of the plan as last told by the end of the term, by whatever interview, tutor time or survey.",
            false,
            bands(
                    "Not known",
                    "accepted",
                    "Offer accepted",
                    "offer",
                    "Offer received",
                    "applied",
                    "Applied",
                    "ideas",
                    "Ideas",
                    "none",
                    "No plan")),
    ASPIRATION(
            "Sector aspiration",
            "Whether a student has named a sector to work in, as last told by the end of the term.",
            false,
            bands("Not known", "named", "Named one or more", "none", "Asked, and named none")),
    KNOWS_SERVICES("Knows careers services", Measure.scale(), false, knowledge()),
    KNOWS_FE("Knows FE options", Measure.scale(), false, knowledge()),
    KNOWS_HE("Knows HE options", Measure.scale(), false, knowledge()),
    KNOWS_ENGLISH_MATHS("Knows why English and maths matter", Measure.scale(), false, knowledge()),
    COMPLETENESS(
            "Completeness of the record",
            "How many of ten facts are known by the end of the term: the four knowledge items, the post-16 plan, the intended"
                    + " route, sectors, attendance, and the predicted grades in English and maths.",
            false,
            bands(
                    "Not known: none of the ten",
                    "all",
                    "All ten known",
                    "most",
                    "Five to nine known",
                    "some",
                    "One to four known")),
    FLAGS(
            "Students with a flag",
            "Whether the rules raise any flag at the end of the term, or now while it is open.",
            true,
            bands("Not known: not evaluated", "some", "One flag or more", "none", "No flag")),
    RAISED(
            "Students with a flag raised",
            "Whether a student has a flag at the end of the term, or now, that the student did not have when the term before closed.",
            true,
            bands("Not known: no flags kept of the term before", "some", "One raised or more", "none", "None raised")),
    CLEARED(
            "Students with a flag cleared",
            "Whether a student had a flag when the term before closed that is gone at the end of the term, or now.",
            true,
            bands(
                    "Not known: no flags kept of the term before",
                    "some",
                    "One cleared or more",
                    "none",
                    "None cleared"));

    private final String title;
    private final String definition;
    private final boolean special;
    // INVARIANT: made by List.of or List.copyOf, so that no list of an enum changes.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Band> bands;

    Measure(String title, String definition, boolean special, List<Band> bands) {
        this.title = title;
        this.definition = definition;
        this.special = special;
        this.bands = bands;
    }

    public String title() {
        return title;
    }

    /** How it is measured, for people. */
    public String definition() {
        return definition;
    }

    /** Whether it may rest on special-category data: care, health, special educational needs. */
    public boolean special() {
        return special;
    }

    /** In order, not known last. */
    public List<Band> bands() {
        return bands;
    }

    static Optional<Measure> named(String name) {
        return Stream.of(values())
                .filter(measure -> measure.name().equals(name))
                .findFirst();
    }

    private static String scale() {
        return "The last answer by the end of the term: 3 or 4 of 4 is known and confident, 1 or 2 of 4 not yet.";
    }

    private static List<Band> knowledge() {
        return bands("Not known", "confident", "Known and confident", "not", "Not yet");
    }

    private static List<Band> bands(String unknown, String... others) {
        List<Band> bands = new java.util.ArrayList<>();
        for (int at = 0; at < others.length; at += 2) {
            bands.add(new Band(others[at], others[at + 1]));
        }
        bands.add(new Band(Band.UNKNOWN, unknown));
        return List.copyOf(bands);
    }
}
