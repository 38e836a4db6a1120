package signpost.engine.rulebook;

import java.math.BigDecimal;
import java.util.List;
import signpost.engine.profile.Fact;
import signpost.engine.profile.Value;

/**
 * A question about how an attribute moved between the end of last term and now. Each record's components identify it. An
 * unknown on either side leaves it unknown.
 */
public sealed interface Change {

    /** Whether the change from {@code before} to {@code now} is as asked. */
    boolean holds(Value before, Value now);

    default Answer ask(Fact before, Fact now) {
        return before instanceof Fact.Known then && now instanceof Fact.Known today
                ? Answer.of(holds(then.value(), today.value()))
                : Answer.UNKNOWN;
    }

    /** A number moved by at least so much, in its own unit. */
    record Moved(boolean up, BigDecimal atLeast) implements Change {
        @Override
        public boolean holds(Value before, Value now) {
            if (!(before instanceof Value.Amount then && now instanceof Value.Amount today)) {
                return false;
            }
            BigDecimal rise = today.amount().subtract(then.amount());
            return (up ? rise : rise.negate()).compareTo(atLeast) >= 0;
        }
    }

    /** A scale moved by at least so many steps; {@code steps} is the whole scale, lowest first. */
    record Stepped(boolean up, int atLeast, List<String> steps) implements Change {
        public Stepped {
            steps = List.copyOf(steps);
        }

        @Override
        public boolean holds(Value before, Value now) {
            if (!(before instanceof Value.Code then && now instanceof Value.Code today)
                    || !steps.contains(then.code())
                    || !steps.contains(today.code())) {
                return false;
            }
            int rise = steps.indexOf(today.code()) - steps.indexOf(then.code());
            return (up ? rise : -rise) >= atLeast;
        }
    }

    /** It is not what it was. */
    record Differs() implements Change {
        @Override
        public boolean holds(Value before, Value now) {
            return !before.equals(now);
        }
    }
}
