package signpost.api.interviews;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import signpost.engine.vocabulary.Dates;

/** Reads what an interview has besides answers, from a cell or a field; what is wrong goes to {@code problems}. */
final class InterviewReader {

    /** Lines may break within notes; other control characters have no place there. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\r\\n\\t]]");

    private final BiConsumer<String, String> problems;
    private final LocalDate today;

    /**
     * A reader.
     *
     * @param problems takes the name of a field and what is wrong with it
     * @param today no interview is later
     */
    InterviewReader(BiConsumer<String, String> problems, LocalDate today) {
        this.problems = problems;
        this.today = today;
    }

    Optional<LocalDate> day(String name, String written) {
        if (written.isBlank()) {
            problems.accept(name, "is blank: an interview needs its date");
            return Optional.empty();
        }
        Optional<LocalDate> day = Dates.read(written.strip());
        if (day.isEmpty()) {
            problems.accept(name, "is not a date such as 2026-09-01 or 01/09/2026");
        } else if (day.get().isAfter(today)) {
            problems.accept(name, "is after the day of the export");
        }
        return day;
    }

    Optional<InterviewKind> kind(String name, String written) {
        Optional<InterviewKind> kind = InterviewKind.of(written);
        if (kind.isEmpty()) {
            problems.accept(name, InterviewKind.fault());
        }
        return kind;
    }

    Optional<String> text(String name, String written, int longest) {
        String text = written.strip();
        if (text.length() > longest) {
            problems.accept(name, "is longer than " + longest + " characters");
        }
        if (CONTROL.matcher(text).find()) {
            problems.accept(name, "holds a control character");
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
