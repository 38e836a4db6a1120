package signpost.engine.analysis;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The numbers that a sentence names of something measured. Of one that may be about something else it says nothing. */
final class SaidNumbers {

    /** Which numbers are about something else, by what follows them. */
    enum About {
        /** "90% of students" counts people. */
        PEOPLE("^ of (?:[\\w-]+ ){0,4}?(?:students?|pupils|people|leavers|children|families|schools|them|those|all"
                + "|year \\d+|groups?)\\b.*"),
        /** "28% of absences" may be a finding. */
        ANYTHING("^ of\\b.*");

        private final Pattern follows;

        About(String follows) {
            this.follows = pattern(follows);
        }
    }

    private static final String NUMBER = "(?<![\\d.,-])(\\d{1,6}(?:\\.\\d{1,4})?)";
    private static final String FROM = "(?:(\\d{1,6}(?:\\.\\d{1,4})?)(?: ?%)? ?(?:to|[-\u2013]) ?)?";
    private static final String OR = "(?:(\\d{1,6}) ?(?:to|or|[-\u2013]) ?)?";
    private static final Pattern PERCENT = pattern(FROM + NUMBER + " ?(?:%|per ?cent\\b)");
    private static final Pattern POINTS = pattern(OR + NUMBER + " (?:percentage )?points?\\b");
    private static final Pattern HOLE = Pattern.compile("\\{[^{}]*}");
    private static final String COMPARED =
            " (?:is |are |was |at |of )?(?:(?:below|under|less than|fewer than|above|over|more than|at least|at most|up to"
                    + "|from) )?";

    /** What may follow a bare number: after "attendance over 2" may come "terms". */
    private static final String ENDS =
            "(?= ?%| ?per ?cent|$|[,;:)]|\\.(?!\\d)| or (?:below|above|less|fewer|more|better)\\b)";

    private SaidNumbers() {}

    /** @param alike what is measured in one and the same unit */
    static Stream<BigDecimal> in(String sentence, List<Measured> alike, About others) {
        return Stream.concat(withUnit(sentence, alike), alike.stream().map(one -> named(one.bare())))
                .flatMap(pattern -> numbers(pattern, HOLE.matcher(sentence).replaceAll("{}"), others));
    }

    /** How a number is written with the unit; minutes may be anybody's, unless the sentence names what lasts so long. */
    private static Stream<Pattern> withUnit(String sentence, List<Measured> alike) {
        String unit = alike.get(0).unit();
        if (unit.equals(Measured.PERCENT)) {
            return Stream.of(PERCENT);
        }
        if (unit.equals(Measured.POINTS)) {
            return Stream.of(POINTS);
        }
        boolean named = !unit.isEmpty() && alike.stream().anyMatch(one -> sentence.contains(one.bare()));
        return named ? Stream.of(pattern(FROM + NUMBER + " ?" + Pattern.quote(unit) + "(?!\\w)")) : Stream.empty();
    }

    /** {@code attendance below 90}, as tables name their rows. */
    private static Pattern named(String called) {
        return pattern("()\\b" + Pattern.quote(called) + COMPARED + NUMBER + ENDS);
    }

    private static Stream<BigDecimal> numbers(Pattern pattern, String sentence, About others) {
        return pattern.matcher(sentence)
                .results()
                .filter(found ->
                        !others.follows.matcher(sentence.substring(found.end())).matches())
                .flatMap(SaidNumbers::numbers);
    }

    private static Stream<BigDecimal> numbers(MatchResult found) {
        return Stream.of(1, 2)
                .filter(group ->
                        found.group(group) != null && !found.group(group).isEmpty())
                .map(group -> new BigDecimal(found.group(group)));
    }

    private static Pattern pattern(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }
}
