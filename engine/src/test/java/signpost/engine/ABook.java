package signpost.engine;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import signpost.engine.evaluation.Recommender;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.rulebook.BookReader;
import signpost.engine.rulebook.BookReading;
import signpost.engine.rulebook.Layer;
import signpost.engine.rulebook.RuleBook;
import signpost.engine.scenario.CheckedBook;
import signpost.engine.text.Problem;

/** A small book for tests: one attribute of every kind, a few interventions, and the rules a test states. */
public final class ABook {

    public static final String TOPIC = "topics/test.txt";
    public static final String VOCABULARY = "vocabulary/test.txt";
    public static final String INTERVENTIONS = "catalogue/interventions.csv";
    public static final String REASONS = "catalogue/override-reasons.csv";
    public static final String INTERVENTION_HEADER =
            "code,title,description,delivered_by,hours,unit,places,years,terms,repeats,evidence,source\n";

    private static final String ATTRIBUTES = """
            Attribute: nc_year
              Called: the year group
              Kind: whole number from 7 to 14
              Phrases:
                the student is in year {values}
            Attribute: attendance_pct
              Called: attendance
              Kind: percentage from 0 to 100
            Attribute: suspensions_count
              Called: the number of suspensions
              Kind: whole number from 0 to 100
            Attribute: journey
              Called: the journey
              Kind: number from 0 to 180 minutes
            Attribute: sen_provision
              Called: SEN provision
              Kind: one of
                N = no special educational need recorded
                K = SEN support
                E = EHC plan
              Phrases:
                the student has SEND = K or E
            Attribute: plan_state
              Called: the post-16 plan
              Kind: one of
                none = no plan
                ideas = ideas, nothing applied for
                applied = applied
            Attribute: barriers
              Called: the list of barriers
              Kind: some of
                geography = travel or distance
                finance = money
                caring = caring for someone at home
              Phrases:
                the student states geography as a barrier = geography
            Attribute: sectors
              Called: the list of sectors
              Kind: some of any text
            Attribute: english_current
              Called: the current English grade
              Kind: scale
                U = ungraded
                1 = grade 1
                2 = grade 2
                3 = grade 3
                4 = grade 4
                5 = grade 5
            Attribute: in_care
              Called: in care
              Kind: yes or no
              Phrases:
                the student is in care = yes
                the student is not in care = no
            Attribute: leaving_date
              Called: the leaving date
              Kind: date
            Attribute: intended_provider
              Called: the intended provider
              Kind: text
            """;

    private static final String CATALOGUE = INTERVENTION_HEADER + """
            ATT-01,Attendance plan,,pastoral lead,1,teacher hour,,10;11,any,no,,
            MEN-01,Mentor,,mentor,8,group place,,10;11,any,no,,
            PGI-01,Personal guidance interview,,careers adviser,0.75,adviser hour,,10;11,any,no,,
            KIT-01,Keep-in-touch call,,careers adviser,0.25,adviser hour,,leavers,any,yes,,
            """;

    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, byte[]> binaries = new LinkedHashMap<>();

    private ABook() {
        texts.put(VOCABULARY, ATTRIBUTES);
        texts.put(INTERVENTIONS, CATALOGUE);
        texts.put(REASONS, "code,label,lasting,note\nNOT-NOW,Not now,no,\n");
    }

    public static ABook withoutRules() {
        return new ABook();
    }

    public static ABook withRules(String rules) {
        return new ABook().with(TOPIC, rules);
    }

    /** A book of one rule named "Tested" that flags "Tested" under this condition. */
    public static ABook when(String... conditions) {
        return withRules(rule("Tested", "flag \"Tested\" as low", conditions));
    }

    /** A rule's text: its name, one consequence, its conditions as written without the leading spaces. */
    public static String rule(String name, String consequence, String... conditions) {
        return "Rule: " + name + "\n  When\n    " + String.join("\n    ", conditions) + "\n  Then\n    " + consequence
                + "\n  Because\n    a reason\n";
    }

    /** This book as a trust's, with what a school writes on top of it. */
    public ABook beneath(String school) {
        ABook layered = new ABook();
        layered.texts.clear();
        texts.forEach((file, text) -> layered.texts.put(Layer.TRUST.folder() + file, text));
        binaries.forEach((file, bytes) -> layered.binaries.put(Layer.TRUST.folder() + file, bytes));
        return layered.with(Layer.SCHOOL.folder() + TOPIC, school);
    }

    public ABook with(String file, String text) {
        texts.put(file, text);
        return this;
    }

    public ABook with(String file, byte[] bytes) {
        binaries.put(file, bytes);
        return this;
    }

    public ABook and(String rule) {
        return with(TOPIC, texts.getOrDefault(TOPIC, "") + rule);
    }

    public ABook withAttribute(String block) {
        return with(VOCABULARY, ATTRIBUTES + block);
    }

    public BookFiles files() {
        Map<String, byte[]> all = new LinkedHashMap<>(binaries);
        texts.forEach((path, text) -> all.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return new BookFiles(all);
    }

    public RuleBook read() {
        BookReading reading = BookReader.read(files());
        if (reading instanceof BookReading.Broken broken) {
            throw new AssertionError("the book does not read: " + broken.problems());
        }
        return ((BookReading.Whole) reading).book();
    }

    public Recommender recommender() {
        return new Recommender(read());
    }

    /** What reading finds wrong, as printed. */
    public List<String> problems() {
        return problems(files());
    }

    public static List<String> problems(BookFiles files) {
        return BookReader.read(files) instanceof BookReading.Broken broken
                ? broken.problems().stream().map(Problem::toString).toList()
                : List.of();
    }

    /** What all checks find wrong, scenarios included. */
    public List<String> refusal() {
        return CheckedBook.of(files()) instanceof CheckedBook.Refused refused
                ? refused.problems().stream().map(Problem::toString).toList()
                : List.of();
    }
}
