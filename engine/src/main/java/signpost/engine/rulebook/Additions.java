package signpost.engine.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import signpost.engine.text.Block;
import signpost.engine.text.Field;
import signpost.engine.text.Line;
import signpost.engine.text.Nearest;
import signpost.engine.text.Problems;

/** What a school's {@code Tighten:} and {@code Switch off:} blocks make of its trust's rules. */
final class Additions {

    private static final String WHY = "Why";

    private final List<RuleSource> rules;
    private final Problems problems;
    private final Map<String, RuleSource> trusts = new LinkedHashMap<>();
    /** By the name of the trust's rule. */
    private final Map<String, Block> changes = new LinkedHashMap<>();

    /** @param rules of both layers, as written */
    Additions(List<RuleSource> rules, Problems problems) {
        this.rules = rules;
        this.problems = problems;
        rules.stream()
                .filter(rule -> rule.origin() == Origin.TRUST)
                .forEach(rule -> trusts.putIfAbsent(RuleSource.key(rule.name()), rule));
    }

    /** Takes a block up. */
    void add(Block block, Layer layer) {
        if (layer != Layer.SCHOOL) {
            problems.add(
                    block.place(),
                    "\"" + block.keyword() + "\" is for a school's additions to its trust's rule book.",
                    layer == Layer.TRUST
                            ? "Change the rule itself."
                            : "Change the rule itself, or have this folder read on top of the trust's book.");
        } else if (sound(block)
                && changes.putIfAbsent(RuleSource.key(block.title().text()), block) != null) {
            problems.add(
                    block.place(),
                    "The rule \"" + block.title().text() + "\" is tightened or switched off twice.",
                    "Keep one of them.");
        }
    }

    /** The rules as the school has them. */
    List<RuleSource> asTheSchoolHasThem() {
        List<RuleSource> left = new ArrayList<>();
        for (RuleSource rule : rules) {
            Block change = rule.origin() == Origin.TRUST ? changes.get(RuleSource.key(rule.name())) : null;
            if (change == null) {
                left.add(rule);
            } else if (tightens(change)) {
                left.add(new RuleSource(tightened(rule.block(), change), rule.topic(), Origin.TIGHTENED));
            }
        }
        return left;
    }

    /** The trust's own rules from which the school departs. */
    List<RuleSource> departedFrom() {
        return trusts.values().stream()
                .filter(rule -> changes.containsKey(RuleSource.key(rule.name())))
                .toList();
    }

    /**
     * Each departure.
     *
     * @param before the trust's rules departed from, as read
     * @param now the rules as the school has them, as read
     */
    List<Departure> departures(List<Rule> before, List<Rule> now) {
        List<Departure> departures = new ArrayList<>();
        for (Rule rule : before) {
            Optional.ofNullable(changes.get(RuleSource.key(rule.name())))
                    .map(change -> new Departure(
                            rule,
                            now.stream()
                                    .filter(one -> one.origin() == Origin.TIGHTENED)
                                    .filter(one -> RuleSource.key(one.name()).equals(RuleSource.key(rule.name())))
                                    .findFirst(),
                            why(change),
                            change.place()))
                    .ifPresent(departures::add);
        }
        return departures;
    }

    private boolean sound(Block block) {
        int before = problems.size();
        String name = block.title().text();
        if (!trusts.containsKey(RuleSource.key(name))) {
            problems.add(
                    block.title().place(),
                    "The trust has no rule \"" + name + "\".",
                    Nearest.to(
                                    name,
                                    trusts.values().stream()
                                            .map(RuleSource::name)
                                            .toList())
                            .map(near -> "Did you mean \"" + near + "\"?")
                            .orElse("Write the name of one of the trust's rules."));
        }
        if (why(block).isEmpty()) {
            problems.add(
                    block.place(),
                    "This does not say why the school departs from the trust's rule.",
                    "Write \"Why:\" and the reason beneath, two spaces in.");
        }
        if (tightens(block)) {
            checkTightened(block);
        } else {
            checkSwitchedOff(block);
        }
        return problems.size() == before;
    }

    private void checkSwitchedOff(Block block) {
        for (Field field : block.fields()) {
            if (!field.is(WHY)) {
                problems.add(
                        field.place(),
                        "\"" + field.name() + "\" is not part of switching a rule off.",
                        "Write \"Why:\" and nothing else. To change what the rule says, write \"Tighten: "
                                + block.title().text() + "\".");
            }
        }
    }

    /** What else a tightened rule may not hold is told by whoever reads the rule. */
    private void checkTightened(Block block) {
        block.field("Switched off")
                .ifPresent(off -> problems.add(
                        off.place(),
                        "\"" + off.name() + "\" is not part of tightening a rule.",
                        "To do without the rule, write \"Switch off: "
                                + block.title().text() + "\" instead, with \"Why:\"."));
        boolean when = block.field("When").isPresent();
        if (!when && block.field("Then").isEmpty()) {
            problems.add(
                    block.place(),
                    "This does not say what the school tightens.",
                    "Write \"When\" with the school's conditions, \"Then\" with what the school does, or both.");
        }
        if (when && block.field("Because").isEmpty()) {
            problems.add(
                    block.place(),
                    "The conditions are the school's, and the reason is still the trust's.",
                    "Write \"Because\" and the reason an adviser reads beneath it.");
        }
    }

    /** The trust's rule with what the school says instead; what the school does not mention stays. */
    private static Block tightened(Block trusts, Block schools) {
        List<Field> fields = new ArrayList<>();
        schools.fields().forEach(field -> fields.add(field.is(WHY) ? bothReasons(trusts, field) : field));
        trusts.fields().stream()
                .filter(field -> schools.field(field.name()).isEmpty())
                .forEach(fields::add);
        return new Block("Rule", trusts.title(), schools.place(), fields);
    }

    private static Field bothReasons(Block trusts, Field schools) {
        String both = (trusts.field(WHY).map(Additions::text).orElse("") + " " + text(schools)).strip();
        Line value = schools.value();
        return new Field(
                schools.name(),
                schools.place(),
                new Line(value.file(), value.number(), value.indent(), both, value.cell()),
                List.of());
    }

    private static boolean tightens(Block block) {
        return block.is(Shapes.TIGHTEN.header());
    }

    private static String why(Block block) {
        return block.field(WHY).map(Additions::text).orElse("");
    }

    static String text(Field field) {
        return (field.value().text() + " "
                        + field.body().stream().map(Line::text).collect(Collectors.joining(" ")))
                .strip();
    }
}
