package signpost.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import signpost.engine.profile.Season;
import signpost.engine.profile.StudentOnDate;
import signpost.engine.profile.Term;
import signpost.engine.profile.TermCalendar;

/** Rules and students made by chance, near each other's edges so that they meet. */
public final class RandomBook {

    private static final List<String> NUMBERS = List.of("84.9", "85", "85.1", "87", "89.9", "90", "90.1", "0", "100");
    private static final List<String> GRADES = List.of("U", "1", "2", "3", "4", "5");
    private static final List<String> DAYS =
            List.of("2026-06-30", "2026-07-01", "2026-10-11", "2026-10-12", "2026-08-01");

    private final Random random;

    public RandomBook(long seed) {
        this.random = new Random(seed);
    }

    /** Rules that flag A to C, add to RONI, and read both. */
    public ABook book(int rules) {
        StringBuilder text = new StringBuilder();
        for (int number = 0; number < rules; number++) {
            boolean deep = number > rules / 2;
            int size = 1 + random.nextInt(4);
            List<String> lines = new ArrayList<>();
            for (int at = 0; at < size; at++) {
                String joined = at == 0 ? "" : "and ";
                lines.addAll(condition(joined, deep, 0));
            }
            String then = deep
                    ? one("flag \"D\" as low", "recommend PGI-01 this term")
                    : one("flag \"A\" as low", "flag \"B\" as low", "add 2 points to RONI", "add 3 points to RONI");
            text.append(ABook.rule("Rule " + number, then, lines.toArray(String[]::new)));
            if (random.nextInt(6) == 0) {
                int at = text.lastIndexOf("  When\n");
                text.insert(at, "  In force: from 1 October 2026 to 31 January 2027\n");
            }
        }
        return ABook.withRules(text
                + ABook.rule("Flags A", "flag \"A\" as low", "attendance is below 85%")
                + ABook.rule("Flags B", "flag \"B\" as low", "the student is in care")
                + ABook.rule("Points", "add 2 points to RONI", "the current English grade is below 3"));
    }

    private List<String> condition(String joined, boolean deep, int depth) {
        if (depth < 2 && random.nextInt(4) == 0) {
            int parts = 1 + random.nextInt(3);
            String head = one("any of:", "all of:", "none of:", "at least " + (1 + random.nextInt(parts)) + " of:");
            List<String> lines = new ArrayList<>(List.of(joined + head));
            for (int part = 0; part < parts; part++) {
                condition("", deep, depth + 1).forEach(line -> lines.add("  " + line));
            }
            return lines;
        }
        return List.of(joined + (random.nextInt(8) == 0 ? "not " : "") + leaf(deep));
    }

    private String leaf(boolean deep) {
        return switch (random.nextInt(deep ? 16 : 14)) {
            case 0, 1 -> "attendance is " + one("below ", "above ", "at least ", "at most ") + one(NUMBERS) + "%";
            case 2 -> "attendance is from 85% to " + one("87", "90", "100") + "%";
            case 3 -> "the number of suspensions is " + one("0", "1 or above", "below 2", "not 1", "1 or 2");
            case 4 -> "the current English grade is " + one("below ", "above ", "") + one(GRADES);
            case 5 -> "the student is in year " + one("10", "11", "10 or 11", "12");
            case 6 -> "the post-16 plan is " + one("none", "ideas or applied", "not none");
            case 7 -> "the list of barriers " + one("includes geography", "does not include finance", "is none");
            case 8 -> one("the student is in care", "the student is not in care");
            case 9 ->
                one("attendance", "the post-16 plan", "the list of barriers") + " " + one("is known", "is not known");
            case 10 -> "the post-16 plan " + one("was not confirmed this term", "was not confirmed for 2 terms");
            case 11 -> "it is the " + one("autumn", "spring", "autumn or summer") + " term";
            case 12 ->
                "today is "
                        + one(
                                "on or after 1 February",
                                "before 9 November",
                                "after 31 December 2026",
                                "after the start of the spring term",
                                "before 2 weeks after 1 October");
            case 13 ->
                "the leaving date is "
                        + one(
                                "before 1 July 2026",
                                "on 1 July 2026",
                                "more than 14 weeks ago",
                                "less than 20 weeks ago",
                                "before the start of this term");
            case 14 -> "\"" + one("A", "B") + "\" is flagged";
            default -> "the RONI score is " + one("1", "4 or above", "from 2 to 3", "0");
        };
    }

    public StudentOnDate student() {
        AStudent student = AStudent.aStudent().on(LocalDate.of(2026, 9, 1).plusDays(random.nextInt(500)));
        perhaps(student, "attendance_pct", NUMBERS);
        perhaps(student, "suspensions_count", List.of("0", "1", "2", "3"));
        perhaps(student, "english_current", GRADES);
        perhaps(student, "nc_year", List.of("9", "10", "11", "12"));
        perhaps(student, "plan_state", List.of("none", "ideas", "applied"));
        perhaps(student, "barriers", List.of("none", "geography", "finance", "geography;finance", "caring"));
        perhaps(student, "in_care", List.of("Y", "N"));
        perhaps(student, "leaving_date", DAYS);
        StudentOnDate seen = student.seen();
        return random.nextBoolean() ? seen : new StudentOnDate(seen.profile(), seen.on(), unusual());
    }

    private void perhaps(AStudent student, String key, List<String> values) {
        if (random.nextInt(5) > 0) {
            student.withConfirmed(key, one(values), LocalDate.of(2026, 1, 1).plusDays(random.nextInt(700)));
        }
    }

    /** A school whose terms begin early. */
    private static TermCalendar unusual() {
        return new TermCalendar(List.of(
                new Term(2026, Season.AUTUMN, LocalDate.of(2026, 8, 20), LocalDate.of(2026, 12, 11)),
                new Term(2026, Season.SPRING, LocalDate.of(2026, 12, 12), LocalDate.of(2027, 3, 24)),
                new Term(2026, Season.SUMMER, LocalDate.of(2027, 3, 25), LocalDate.of(2027, 8, 31))));
    }

    private String one(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
