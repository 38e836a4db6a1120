package signpost.engine.analysis;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import signpost.engine.rulebook.Answer;
import signpost.engine.rulebook.Condition;

/**
 * One thing conditions ask about (an attribute, the day, a flag, a score), cut into cells. INVARIANT: every student is in
 * one cell, and a condition about this aspect answers alike for all students of a cell; so what holds of the cells holds
 * of all students.
 */
abstract class Aspect {

    private final IdentityHashMap<Condition, Map<Want, BitSet>> asked = new IdentityHashMap<>();

    abstract int cells();

    /** What a condition about this aspect says of the students of a cell. */
    abstract Answer ask(Condition leaf, int cell);

    /** Whether each cell has a student for certain, so that a cell left over is an example. */
    abstract boolean real();

    /** A cell as a reader would name it. */
    abstract String words(int cell);

    /** The cells in which a condition answers as wanted; not to be changed. */
    final BitSet where(Condition leaf, Want want) {
        // By identity: a rule's conditions are asked thousands of times, and naming one costs more than asking it.
        return asked.computeIfAbsent(leaf, missing -> new EnumMap<>(Want.class))
                .computeIfAbsent(want, missing -> where(cell -> want.accepts(ask(leaf, cell))));
    }

    final BitSet where(IntPredicate holds) {
        BitSet cells = new BitSet(cells());
        for (int cell = 0; cell < cells(); cell++) {
            cells.set(cell, holds.test(cell));
        }
        return cells;
    }
}
