package signpost.engine.rulebook;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import signpost.engine.profile.DayPoint;
import signpost.engine.profile.History;
import signpost.engine.profile.Season;
import signpost.engine.text.Place;
import signpost.engine.vocabulary.Attribute;

/**
 * A condition of a rule. It has one test with three answers; Drools and the explanations ask this same test.
 */
public sealed interface Condition {

    Answer ask(Subject subject);

    /**
     * Identifies the test with all its operands. INVARIANT: conditions with equal ids answer alike, because Drools shares
     * one node between them.
     */
    String id();

    /** As written in the rule. */
    String words();

    Place place();

    /** The conditions inside a group, or none. */
    default List<Condition> parts() {
        return List.of();
    }

    record OfAttribute(Attribute attribute, Test test, String words, Place place) implements Condition {
        @Override
        public Answer ask(Subject subject) {
            return test.ask(subject.student().fact(attribute.key()), subject.student());
        }

        @Override
        public String id() {
            return attribute.key() + " " + test;
        }
    }

    /** Whether the day judged lies in one of these terms. */
    record InTerm(Set<Season> seasons, String words, Place place) implements Condition {
        public InTerm {
            seasons = java.util.Collections.unmodifiableSet(EnumSet.copyOf(seasons));
        }

        @Override
        public Answer ask(Subject subject) {
            return Answer.of(seasons.contains(subject.student().term().season()));
        }

        @Override
        public String id() {
            return "term " + seasons;
        }
    }

    /** Compares the day judged with a day, which may depend on its term or academic year. */
    record Today(Comparison comparison, DayPoint day, String words, Place place) implements Condition {
        @Override
        public Answer ask(Subject subject) {
            LocalDate on = subject.student().on();
            return Answer.of(comparison.holds(
                    on.compareTo(day.seenFrom(on, subject.student().calendar()))));
        }

        @Override
        public String id() {
            return "today " + comparison + " " + day;
        }
    }

    /** Whether the day judged lies between two days, both included. */
    record TodayWithin(DayPoint first, DayPoint last, String words, Place place) implements Condition {
        @Override
        public Answer ask(Subject subject) {
            LocalDate on = subject.student().on();
            return Answer.of(!on.isBefore(first.seenFrom(on, subject.student().calendar()))
                    && !on.isAfter(last.seenFrom(on, subject.student().calendar())));
        }

        @Override
        public String id() {
            return "today from " + first + " to " + last;
        }
    }

    /** Compares what is known of an attribute now with what was known when last term ended. */
    record Changed(Attribute attribute, Change change, String words, Place place) implements Condition {
        @Override
        public Answer ask(Subject subject) {
            return change.ask(
                    subject.student().history().lastTerm(attribute.key()),
                    subject.student().fact(attribute.key()));
        }

        @Override
        public String id() {
            return attribute.key() + " since last term " + change;
        }
    }

    /** Whether a flag was raised last term; unknown when nothing is kept of it. */
    record FlaggedLastTerm(String flag, String words, Place place) implements Condition {
        @Override
        public Answer ask(Subject subject) {
            return subject.student()
                    .history()
                    .flaggedLastTerm()
                    .map(flags -> Answer.of(flags.contains(flag)))
                    .orElse(Answer.UNKNOWN);
        }

        @Override
        public String id() {
            return "last term flag \"" + flag + "\"";
        }
    }

    /** Whether something became of an intervention within a span of time; unknown when no record is kept. */
    record Helped(String intervention, History.Step step, Span span, String words, Place place) implements Condition {
        @Override
        public Answer ask(Subject subject) {
            List<History.Help> done = subject.student().history().help().get(step);
            return done == null
                    ? Answer.UNKNOWN
                    : Answer.of(done.stream()
                            .anyMatch(one -> one.intervention().equals(intervention)
                                    && span.includes(one.on(), subject.student())));
        }

        @Override
        public String id() {
            return intervention + " " + step + " " + span;
        }
    }

    /** Whether another rule has raised a flag. */
    record Flagged(String flag, String words, Place place) implements Condition {
        @Override
        public Answer ask(Subject subject) {
            return subject.flagged(flag);
        }

        @Override
        public String id() {
            return "flag \"" + flag + "\"";
        }
    }

    /** Compares a score that other rules add up; both ends included. */
    record Scores(String score, int least, int most, String words, Place place) implements Condition {
        @Override
        public Answer ask(Subject subject) {
            Subject.Points points = subject.score(score);
            if (points.least() >= least && points.most() <= most) {
                return Answer.TRUE;
            }
            return points.most() < least || points.least() > most ? Answer.FALSE : Answer.UNKNOWN;
        }

        @Override
        public String id() {
            return "score \"" + score + "\" " + least + ".." + most;
        }
    }

    record Not(Condition part, String words, Place place) implements Condition {
        @Override
        public Answer ask(Subject subject) {
            return part.ask(subject).not();
        }

        @Override
        public String id() {
            return "not (" + part.id() + ")";
        }

        @Override
        public List<Condition> parts() {
            return List.of(part);
        }
    }

    /** Holds when at least {@code least} of its parts hold. */
    record AtLeast(int least, List<Condition> parts, String words, Place place) implements Condition {
        public AtLeast {
            parts = List.copyOf(parts);
        }

        @Override
        public Answer ask(Subject subject) {
            int held = 0;
            int possible = 0;
            for (Condition part : parts) {
                Answer answer = part.ask(subject);
                held += answer == Answer.TRUE ? 1 : 0;
                possible += answer == Answer.FALSE ? 0 : 1;
            }
            if (held >= least) {
                return Answer.TRUE;
            }
            return possible < least ? Answer.FALSE : Answer.UNKNOWN;
        }

        @Override
        public String id() {
            return "at least " + least + " of ("
                    + parts.stream().map(Condition::id).collect(Collectors.joining(") (")) + ")";
        }
    }
}
