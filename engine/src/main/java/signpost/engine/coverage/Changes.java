package signpost.engine.coverage;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import signpost.engine.profile.Fact;
import signpost.engine.profile.Value;
import signpost.engine.rulebook.Change;
import signpost.engine.vocabulary.Attribute;
import signpost.engine.vocabulary.Kind;

/** Thresholds of what has changed since last term. */
final class Changes {

    private Changes() {}

    static Stream<Thresholds.Side> of(Attribute attribute, Change change) {
        if (change instanceof Change.Moved moved) {
            boolean whole = attribute.kind() instanceof Kind.Amount kind && kind.whole();
            return sides(attribute, moved.up(), moved.atLeast(), whole, showing -> numbers(attribute, showing));
        }
        return change instanceof Change.Stepped stepped
                ? sides(
                        attribute,
                        stepped.up(),
                        BigDecimal.valueOf(stepped.atLeast()),
                        true,
                        showing -> steps(attribute, stepped.steps(), showing))
                : Stream.empty();
    }

    /** How far a value rose; nothing where it is not known. */
    private interface Rise {
        Optional<BigDecimal> of(Showing showing);
    }

    private static Stream<Thresholds.Side> sides(
            Attribute attribute, boolean up, BigDecimal by, boolean whole, Rise rise) {
        String moved = attribute.called() + (up ? " up" : " down") + " by ";
        return Stream.of(
                new Thresholds.Side(
                        moved + "exactly " + by.toPlainString() + " since last term",
                        showing -> rise.of(showing)
                                .map(at -> up ? at : at.negate())
                                .filter(at -> at.compareTo(by) == 0)
                                .isPresent()),
                new Thresholds.Side(
                        moved + "just under " + by.toPlainString() + " since last term",
                        showing -> rise.of(showing)
                                .map(at -> by.subtract(up ? at : at.negate()))
                                .filter(left -> left.signum() > 0 && left.compareTo(BigDecimal.ONE) <= 0)
                                .filter(left -> !whole || left.compareTo(BigDecimal.ONE) == 0)
                                .isPresent()));
    }

    private static Optional<BigDecimal> numbers(Attribute attribute, Showing showing) {
        return now(attribute, showing) instanceof Fact.Known now
                        && now.value() instanceof Value.Amount today
                        && before(attribute, showing) instanceof Fact.Known before
                        && before.value() instanceof Value.Amount then
                ? Optional.of(today.amount().subtract(then.amount()))
                : Optional.empty();
    }

    private static Optional<BigDecimal> steps(Attribute attribute, List<String> steps, Showing showing) {
        return now(attribute, showing) instanceof Fact.Known now
                        && now.value() instanceof Value.Code today
                        && before(attribute, showing) instanceof Fact.Known before
                        && before.value() instanceof Value.Code then
                ? Optional.of(BigDecimal.valueOf(steps.indexOf(today.code()) - (long) steps.indexOf(then.code())))
                : Optional.empty();
    }

    private static Fact now(Attribute attribute, Showing showing) {
        return showing.student().fact(attribute.key());
    }

    private static Fact before(Attribute attribute, Showing showing) {
        return showing.student().history().lastTerm(attribute.key());
    }
}
