package signpost.engine.writing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import signpost.engine.catalogue.Intervention;
import signpost.engine.rulebook.Consequence;
import signpost.engine.rulebook.ConsequenceParser;
import signpost.engine.rulebook.Due;
import signpost.engine.rulebook.Severity;
import signpost.engine.text.Line;
import signpost.engine.text.Problem;
import signpost.engine.text.Problems;
import signpost.engine.vocabulary.Dates;

/** Consequences picked from a form: what it offers, how one is said, and which one a line is. */
public final class Deeds {

    private static final String THIS_TERM = "this term";

    private final Words words;

    public Deeds(Words words) {
        this.words = words;
    }

    /** What a form offers. */
    public DeedForm form() {
        List<Intervention> all = List.copyOf(words.catalogue().interventions());
        return new DeedForm(
                Arrays.stream(Severity.values())
                        .map(Severity::words)
                        .map(Choice::of)
                        .toList(),
                words.flags().stream().map(Choice::of).toList(),
                words.scores().stream().map(Choice::of).toList(),
                all.stream().map(one -> new Choice(one.code(), one.title())).toList(),
                all.stream()
                        .filter(Intervention::repeats)
                        .map(Intervention::code)
                        .toList(),
                List.of(
                        Choice.of("within 1 week"),
                        Choice.of("within 2 weeks"),
                        Choice.of("within 4 weeks"),
                        Choice.of("by 31 March"),
                        Choice.of(THIS_TERM)));
    }

    /** The line for a consequence; what is said here is read as the same. */
    public Saying say(Deed deed) {
        String line = Sentences.clean(line(deed));
        Done done = done(line);
        if (done.deed().filter(read -> same(deed, read)).isPresent()) {
            return new Saying.Said(line);
        }
        return new Saying.Refused(done.trouble().isEmpty() ? "Choose what is still missing." : done.trouble());
    }

    /** The consequence a line states; nothing where it is not understood. */
    public Optional<Deed> read(String line) {
        return done(line).deed();
    }

    /** What is wrong with a line, and what to do; empty where nothing is. */
    String trouble(String line) {
        return done(line).trouble();
    }

    private record Done(Optional<Deed> deed, String trouble) {}

    private Done done(String line) {
        String text = Sentences.clean(line);
        if (text.isEmpty()) {
            return new Done(Optional.empty(), "");
        }
        Problems problems = new Problems();
        Optional<Consequence> read = new ConsequenceParser(words.catalogue(), problems).parse(new Line("", 1, 0, text));
        String trouble = problems.all().stream()
                .findFirst()
                .map((Problem problem) -> (problem.message() + " " + problem.advice()).strip())
                .orElse("");
        return new Done(trouble.isEmpty() ? read.map(Deeds::deed) : Optional.empty(), trouble);
    }

    private static String line(Deed deed) {
        return switch (deed.act()) {
            case FLAG -> "flag \"" + deed.name() + "\" as " + deed.severity();
            case ADD_POINTS ->
                "add " + deed.points() + " point" + (deed.points() == 1 ? "" : "s") + " to " + deed.name();
            case RECOMMEND ->
                "recommend " + deed.name()
                        + (deed.severity().isBlank() ? "" : " as " + deed.severity())
                        + (deed.occurrence().isBlank() ? "" : " for \"" + Sentences.clean(deed.occurrence()) + "\"")
                        + " " + (deed.due().isBlank() ? THIS_TERM : deed.due());
            case RULE_OUT -> "rule out " + deed.name();
        };
    }

    /** The due date may be said in other words, such as 14 days for 2 weeks. */
    private static boolean same(Deed wanted, Deed read) {
        return wanted.act() == read.act()
                && Sentences.clean(wanted.name()).equals(read.name())
                && wanted.points() == read.points()
                && wanted.severity().strip().equalsIgnoreCase(read.severity())
                && Sentences.clean(wanted.occurrence()).equals(read.occurrence());
    }

    private static Deed deed(Consequence consequence) {
        if (consequence instanceof Consequence.RaiseFlag flag) {
            return Deed.flag(flag.flag(), flag.severity().words());
        }
        if (consequence instanceof Consequence.AddPoints add) {
            return Deed.points(add.points(), add.score());
        }
        if (consequence instanceof Consequence.Recommend recommend) {
            return Deed.recommend(
                    recommend.intervention(),
                    recommend.severity().map(Severity::words).orElse(""),
                    recommend.occurrence(),
                    words(recommend.due()));
        }
        return Deed.ruleOut(((Consequence.RuleOut) consequence).intervention());
    }

    private static String words(Due due) {
        if (due instanceof Due.Within within) {
            return "within " + Days.span(within.days());
        }
        return due instanceof Due.By by ? "by " + Dates.words(by.day()) : THIS_TERM;
    }
}
