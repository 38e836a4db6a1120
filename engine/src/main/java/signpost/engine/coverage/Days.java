package signpost.engine.coverage;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import signpost.engine.profile.DayPoint;
import signpost.engine.profile.StudentOnDate;
import signpost.engine.rulebook.Comparison;

/** Thresholds that are days. */
final class Days {

    private static final Pattern NAMED =
            Pattern.compile("(?i).* (?:on or before|on or after|before|after|on|more than|less than) (.+)");
    private static final Pattern AWAY = Pattern.compile("(?i).+ (ago|away)");

    private Days() {}

    /**
     * The day itself, and the one beside it.
     *
     * @param called whose day is compared
     * @param day it, of a student, where it is known
     * @param words how the condition names the threshold
     */
    static Stream<Thresholds.Side> of(
            String called,
            Function<StudentOnDate, Optional<LocalDate>> day,
            Comparison comparison,
            DayPoint threshold,
            String words) {
        return Stream.of(0, Thresholds.side(comparison))
                .distinct()
                .map(away -> new Thresholds.Side(
                        called + " on " + (away == 0 ? "" : away > 0 ? "the day after " : "the day before ") + words,
                        showing -> day.apply(showing.student())
                                .filter(threshold
                                        .seenFrom(
                                                showing.student().on(),
                                                showing.student().calendar())
                                        .plusDays(away)::equals)
                                .isPresent()));
    }

    /** {@code today is on or after 1 February} names {@code 1 February}. */
    static String named(String words) {
        if (words.startsWith("the first") || words.startsWith("the last")) {
            return words;
        }
        Matcher named = NAMED.matcher(words);
        String day = named.matches() ? named.group(1) : "the day of \"" + words + "\"";
        return AWAY.matcher(day).matches() ? "the day " + day : day;
    }

    static String first(String words) {
        return "the first day of \"" + words + "\"";
    }

    static String last(String words) {
        return "the last day of \"" + words + "\"";
    }
}
