package signpost.api.summaries;

import java.util.List;

/**
 * A page for a student, in words to them.
 *
 * @param spoken when the school last spoke with them, such as {@code We last spoke on 22 November 2026.}; or empty
 * @param plan what they plan, as far as it is known
 * @param said what else they said when they last spoke
 * @param more whether help is planned that is not on it
 */
record Summary(
        String name,
        String school,
        String day,
        String spoken,
        List<Line> plan,
        List<Line> said,
        List<Agreed> agreed,
        List<Help> help,
        boolean more) {

    Summary {
        plan = List.copyOf(plan);
        said = List.copyOf(said);
        agreed = List.copyOf(agreed);
        help = List.copyOf(help);
    }

    /** Something known. */
    record Line(String title, String words) {}

    /** What was agreed; {@code who} is {@code You} where the student does it. */
    record Agreed(String what, String who, String by) {}

    /** Help that is planned; {@code by} says by when. */
    record Help(String title, String by) {}
}
