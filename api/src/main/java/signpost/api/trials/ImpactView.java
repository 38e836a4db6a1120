package signpost.api.trials;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a draft would change, as somebody may be told it. */
record ImpactView(
        String students,
        Telling.Told changed,
        List<Section> sections,
        List<CostLine> costs,
        String hoursMore,
        String hoursFewer) {

    private static final int ROW = 62;
    private static final int WIDTH = 400;

    /** A part of the help, with a row for each thing of which some have more or less; never empty. */
    record Section(Part part, List<Row> rows) {

        public int height() {
            return rows.size() * ROW;
        }
    }

    /**
     * A thing of which some have more or less.
     *
     * @param name as the address of its students has it
     * @param y where its bars begin
     */
    record Row(String name, String title, Telling.Told gained, Telling.Told lost, int y, int wide, int wideLost) {

        public boolean someGain() {
            return !gained.words().equals("0");
        }

        public boolean someLose() {
            return !lost.words().equals("0");
        }
    }

    /** What help would cost and free. */
    record CostLine(String title, String each, String more, String fewer, String costs, String frees) {}

    static ImpactView of(Trial trial, List<Cost.Line> costs, Telling telling) {
        List<Section> sections = new ArrayList<>();
        for (Part part : Part.values()) {
            List<Row> rows = rows(trial, part, telling);
            if (!rows.isEmpty()) {
                sections.add(new Section(part, rows));
            }
        }
        BigDecimal more = costs.stream().map(Cost.Line::costs).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal fewer = costs.stream().map(Cost.Line::frees).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new ImpactView(
                String.format(java.util.Locale.UK, "%,d", trial.students()),
                telling.count(trial.changed().size()),
                sections,
                costs.stream().map(line -> cost(line, telling)).toList(),
                telling.sum(more),
                telling.sum(fewer));
    }

    private static List<Row> rows(Trial trial, Part part, Telling telling) {
        int most = trial.tally(part).values().stream()
                .mapToInt(tally -> Math.max(tally.gained(), tally.lost()))
                .max()
                .orElse(0);
        int scale = Math.max(most, 10);
        List<Row> rows = new ArrayList<>();
        for (Map.Entry<String, Trial.Tally> thing : trial.tally(part).entrySet()) {
            Telling.Told gained = telling.count(thing.getValue().gained());
            Telling.Told lost = telling.count(thing.getValue().lost());
            rows.add(new Row(
                    thing.getKey(),
                    title(trial.books(), part, thing.getKey()),
                    gained,
                    lost,
                    rows.size() * ROW,
                    wide(gained, scale),
                    wide(lost, scale)));
        }
        return rows;
    }

    /** Leaves room for the number behind it. */
    private static int wide(Telling.Told told, int scale) {
        return (WIDTH - 130) * Math.min(told.drawn(), scale) / scale;
    }

    static String title(Books books, Part part, String name) {
        return part == Part.RECOMMENDATION ? name + " " + books.title(name) : name;
    }

    private static CostLine cost(Cost.Line line, Telling telling) {
        return new CostLine(
                line.title(),
                line.each(),
                telling.count(line.more()).words(),
                telling.count(line.fewer()).words(),
                telling.hours(line.costs(), line.more()),
                telling.hours(line.frees(), line.fewer()));
    }
}
