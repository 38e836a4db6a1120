package signpost.engine.analysis;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import signpost.engine.rulebook.Answer;
import signpost.engine.rulebook.Condition;

/**
 * One thing conditions ask about (an attribute, the day, a flag, a score), cut into cells. INVARIANT: every student is in
 * one cell, and a condition about this aspect answers alike for all students of a cell; so what holds of the cells holds
 * of all students.
 */
abstract class Aspect {

    private final Map<String, BitSet> asked = new HashMap<>();

    abstract int cells();

    /** What a condition about this aspect says of the students of a cell. */
    abstract Answer ask(Condition leaf, int cell);

    /** Whether each cell has a student for certain, so that a cell left over is an example. */
    abstract boolean real();

    /** A cell as a reader would name it. */
    abstract String words(int cell);

    /** The cells in which a condition answers as wanted; not to be changed. */
    final BitSet where(Condition leaf, Want want) {
        return where(want + " " + leaf.id(), cell -> want.accepts(ask(leaf, cell)));
    }

    final BitSet where(String name, IntFunction<Boolean> holds) {
        return asked.computeIfAbsent(name, missing -> {
            BitSet cells = new BitSet(cells());
            for (int cell = 0; cell < cells(); cell++) {
                cells.set(cell, holds.apply(cell));
            }
            return cells;
        });
    }
}
