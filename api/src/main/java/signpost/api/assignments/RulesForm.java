package signpost.api.assignments;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import signpost.api.assignments.Colleagues.People;
import signpost.api.pages.Mistake;
import signpost.api.pages.Mistakes;
import signpost.api.pages.SentId;

/** The lines of the rules as somebody typed them. */
record RulesForm(List<Line> lines) {

    private static final int MOST = 60;
    private static final int SPARE = 3;

    /** One line; all of it empty means that it is not one. */
    record Line(String order, String year, String group, String staff) {

        static final Line EMPTY = new Line("", "", "", "");

        public boolean empty() {
            return (year + group + staff).isEmpty();
        }

        Optional<UUID> adviser() {
            return SentId.of(staff);
        }

        Rule rule() {
            return new Rule(given(year), given(group), adviser().orElseThrow());
        }

        private static Optional<String> given(String text) {
            return text.isEmpty() ? Optional.empty() : Optional.of(text);
        }
    }

    static RulesForm of(List<Rule> rules) {
        List<Line> lines = new ArrayList<>();
        for (Rule rule : rules) {
            lines.add(new Line(
                    "" + (lines.size() + 1),
                    rule.year().orElse(""),
                    rule.group().orElse(""),
                    rule.staff().toString()));
        }
        return new RulesForm(lines).withSpare();
    }

    /** As sent; a line that was ticked to be removed is not there any more. */
    static RulesForm of(Map<String, String> sent) {
        List<Line> lines = new ArrayList<>();
        for (int number = 1; number <= MOST + SPARE; number++) {
            if (sent.containsKey("staff-" + number) && !sent.containsKey("remove-" + number)) {
                lines.add(new Line(
                        word(sent, "order-" + number),
                        word(sent, "year-" + number),
                        word(sent, "group-" + number),
                        word(sent, "staff-" + number)));
            }
        }
        return new RulesForm(lines);
    }

    RulesForm withSpare() {
        List<Line> more = new ArrayList<>(lines);
        for (int spare = 0; spare < SPARE && more.size() < MOST + SPARE; spare++) {
            more.add(Line.EMPTY);
        }
        return new RulesForm(more);
    }

    /** In the order wanted: by the numbers typed; a line without one stays behind the line before it. */
    RulesForm ordered() {
        List<Line> all = lines.stream().filter(line -> !line.empty()).toList();
        List<double[]> places = new ArrayList<>();
        double before = 0;
        for (int at = 0; at < all.size(); at++) {
            before = all.get(at).order().matches("\\d{1,3}")
                    ? Integer.parseInt(all.get(at).order())
                    : before;
            places.add(new double[] {before, at});
        }
        return new RulesForm(places.stream()
                .sorted(Comparator.comparingDouble((double[] place) -> place[0]).thenComparingDouble(place -> place[1]))
                .map(place -> all.get((int) place[1]))
                .toList());
    }

    List<Rule> rules() {
        return ordered().lines().stream().map(Line::rule).toList();
    }

    Mistakes mistakes(People people) {
        List<Mistake> wrong = new ArrayList<>();
        List<Line> ordered = ordered().lines();
        for (int at = 0; at < lines.size(); at++) {
            Line line = lines.get(at);
            String name = "Line " + (at + 1);
            if (line.empty()) {
                continue;
            }
            if (!people.isAdviser(line.adviser())) {
                wrong.add(new Mistake("staff-" + (at + 1), name + ": choose an adviser, or tick Remove"));
            }
            if (!line.order().matches("\\d{0,3}")) {
                wrong.add(new Mistake("order-" + (at + 1), name + ": the place must be a whole number"));
            }
            if ((line.year() + line.group()).isEmpty() && ordered.indexOf(line) < ordered.size() - 1) {
                wrong.add(new Mistake(
                        "order-" + (at + 1), name + " is for everybody, so lines after it never count. Put it last"));
            }
        }
        return new Mistakes(wrong);
    }

    private static String word(Map<String, String> sent, String name) {
        return sent.getOrDefault(name, "").strip();
    }
}
