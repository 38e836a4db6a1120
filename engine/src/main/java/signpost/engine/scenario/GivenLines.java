package signpost.engine.scenario;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import signpost.engine.profile.Fact;
import signpost.engine.profile.History;
import signpost.engine.profile.StudentOnDate;
import signpost.engine.profile.TermCalendar;
import signpost.engine.profile.Value;
import signpost.engine.rulebook.Condition;
import signpost.engine.rulebook.ConditionParser;
import signpost.engine.rulebook.RuleBook;
import signpost.engine.rulebook.Span;
import signpost.engine.text.Line;
import signpost.engine.text.Problems;
import signpost.engine.vocabulary.Attribute;
import signpost.engine.vocabulary.Dates;
import signpost.engine.vocabulary.Kind;
import signpost.engine.vocabulary.Phrase;

/** Says what is known of a student as the lines under {@code Given}; only what is read back as it was meant. */
final class GivenLines {

    /** The longest time back that a line can say. */
    private static final int LONGEST_BACK = 99;

    private final RuleBook book;
    private final StudentOnDate student;

    GivenLines(RuleBook book, StudentOnDate student) {
        this.book = book;
        this.student = student;
    }

    /** What is known of an attribute now; with how long ago it was confirmed where the rule asks for that. */
    Optional<String> now(Attribute attribute, boolean dated) {
        if (!(student.fact(attribute.key()) instanceof Fact.Known known)) {
            return Optional.empty();
        }
        String back = dated ? back(known.confirmedOn()) : "";
        return said(attribute, known.value())
                .map(line -> line + back)
                .filter(line -> reads(line, attribute, known.value()));
    }

    /** What was known of an attribute when last term ended. */
    Optional<String> lastTerm(Attribute attribute) {
        return student.history().lastTerm(attribute.key()) instanceof Fact.Known known
                ? said(attribute, known.value())
                        .filter(line -> line.startsWith(attribute.called() + " is "))
                        .map(line -> attribute.called() + " was "
                                + line.substring(attribute.called().length() + " is ".length()) + " last term")
                : Optional.empty();
    }

    /** What a record of earlier terms says; nothing where none is kept. */
    Optional<String> earlier(Condition condition) {
        History history = student.history();
        if (condition instanceof Condition.FlaggedLastTerm last) {
            return history.flaggedLastTerm()
                    .map(flags -> "\"" + last.flag() + "\" was " + (flags.contains(last.flag()) ? "" : "not ")
                            + "flagged last term");
        }
        if (condition instanceof Condition.Helped helped && history.help().containsKey(helped.step())) {
            boolean done = history.help().get(helped.step()).stream()
                    .anyMatch(one -> one.intervention().equals(helped.intervention())
                            && helped.span().includes(one.on(), student));
            return Optional.of(
                    helped.intervention() + " was " + (done ? "" : "not ") + step(helped.step()) + span(helped.span()));
        }
        return Optional.empty();
    }

    private static String step(History.Step step) {
        return switch (step) {
            case OFFERED -> "offered";
            case DELIVERED -> "delivered";
            case NOT_ATTENDED -> "offered and not attended";
            case OVERRIDDEN_FOR_GOOD -> "overridden for good";
        };
    }

    private static String span(Span span) {
        return switch (span) {
            case THIS_TERM -> " this term";
            case LAST_TERM -> " last term";
            case THIS_YEAR -> " this year";
            case EVER -> "";
        };
    }

    /** Terms, as a rule counts them. */
    private String back(LocalDate confirmed) {
        TermCalendar calendar = student.calendar();
        int terms = 0;
        while (terms < LONGEST_BACK
                && confirmed.isBefore(calendar.before(student.on(), terms).starts())) {
            terms++;
        }
        return terms == 0 ? "" : ", confirmed " + terms + (terms == 1 ? " term ago" : " terms ago");
    }

    private Optional<String> said(Attribute attribute, Value value) {
        return ways(attribute, value)
                .filter(line -> reads(line, attribute, value))
                .findFirst();
    }

    private static Stream<String> ways(Attribute attribute, Value value) {
        String called = attribute.called();
        if (value instanceof Value.Amount amount) {
            String unit = attribute.kind() instanceof Kind.Amount kind ? kind.unit() : "";
            return Stream.of(
                    called + " is " + amount.canonical() + (unit.isEmpty() || unit.equals("%") ? unit : " " + unit));
        }
        if (value instanceof Value.Day day) {
            return Stream.of(called + " is on " + Dates.words(day.date()));
        }
        if (value instanceof Value.YesNo answer) {
            return Stream.concat(
                    phrases(attribute, answer), Stream.of(called + " is " + (answer.yes() ? "yes" : "no")));
        }
        if (value instanceof Value.Code code) {
            return Stream.concat(
                    Stream.of(called + " is " + code.code(), called + " is one of " + code.code()),
                    phrases(attribute, code));
        }
        if (value instanceof Value.Codes codes) {
            return codes.codes().isEmpty()
                    ? Stream.concat(phrases(attribute, codes), Stream.of(called + " is none"))
                    : Stream.of(called + " includes " + joined(List.copyOf(codes.codes())));
        }
        return Stream.empty();
    }

    private static Stream<String> phrases(Attribute attribute, Value value) {
        return attribute.phrases().stream()
                .filter(phrase -> !phrase.open() && phrase.values().equals(List.of(value.canonical())))
                .map(Phrase::text);
    }

    private static String joined(List<String> codes) {
        int last = codes.size() - 1;
        return last == 0 ? codes.get(0) : String.join(", ", codes.subList(0, last)) + " or " + codes.get(last);
    }

    private boolean reads(String line, Attribute attribute, Value value) {
        Problems problems = new Problems();
        GivenReader reader =
                new GivenReader(new ConditionParser(book.vocabulary(), book.catalogue(), problems), problems);
        reader.lines(List.of(new Line("", 1, 0, line)));
        return problems.isEmpty()
                && reader.student("", Optional.of(student.on())).fact(attribute.key()) instanceof Fact.Known known
                && known.value().equals(value);
    }
}
