package signpost.engine.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import signpost.engine.text.Block;
import signpost.engine.text.Field;
import signpost.engine.text.Line;

/** Which scenarios are otherwise: each by its name while they are few. */
final class ScenarioChanges {

    private static final int FEW = 10;

    private ScenarioChanges() {}

    static List<BookChange> between(List<Block> before, List<Block> after) {
        Pairs<Block> pairs = Pairs.by(ScenarioChanges::key, before, after);
        List<Block> changed = pairs.both().stream()
                .filter(pair -> !content(pair.before()).equals(content(pair.after())))
                .map(Pairs.Pair::after)
                .toList();
        boolean few = changed.size() + pairs.come().size() + pairs.gone().size() <= FEW;
        List<BookChange> told = new ArrayList<>();
        told.addAll(told(BookChange.Kind.CHANGED, changed, few));
        told.addAll(told(BookChange.Kind.ADDED, pairs.come(), few));
        told.addAll(told(BookChange.Kind.REMOVED, pairs.gone(), few));
        return told;
    }

    private static List<BookChange> told(BookChange.Kind kind, List<Block> scenarios, boolean few) {
        if (few || scenarios.size() < 2) {
            return scenarios.stream()
                    .map(one -> new BookChange(
                            kind, BookChange.What.SCENARIO, one.title().text(), List.of()))
                    .toList();
        }
        String count = scenarios.size() + " scenarios";
        return List.of(new BookChange(kind, BookChange.What.SCENARIO, count, List.of()));
    }

    private static String key(Block block) {
        return (block.title().text() + " for "
                        + block.field("For").map(field -> field.value().text()).orElse(""))
                .toLowerCase(Locale.ROOT);
    }

    private static List<List<String>> content(Block block) {
        return block.fields().stream().map(ScenarioChanges::content).toList();
    }

    private static List<String> content(Field field) {
        List<String> content = new ArrayList<>(
                List.of(field.name().toLowerCase(Locale.ROOT), field.value().text()));
        field.body().stream().map(Line::text).forEach(content::add);
        return content;
    }
}
