package signpost.engine.evaluation;

import java.time.LocalDate;
import java.util.List;
import signpost.engine.profile.Fact;
import signpost.engine.profile.Source;
import signpost.engine.profile.Value;
import signpost.engine.vocabulary.Attribute;
import signpost.engine.vocabulary.Kind;
import signpost.engine.vocabulary.ValueWords;

/**
 * One fact that would be different.
 *
 * @param attribute whose value
 * @param from what is known now
 * @param to what would be; the same value where it would only be confirmed again
 * @param size how far it is, for choosing the smallest: from 0 to 1 for what has an order
 */
public record Step(Attribute attribute, Fact from, Value to, double size) {

    Fact.Known fact(LocalDate on) {
        return new Fact.Known(to, Source.SCENARIO, on);
    }

    /** {@code attendance were 90.1% rather than 88%}. */
    public String words() {
        if (!(from instanceof Fact.Known known)) {
            return attribute.called() + " were known to be " + value() + workedOut("it can be worked out from ");
        }
        if (known.value().equals(to)) {
            return attribute.called() + " were confirmed again as " + value();
        }
        return attribute.called() + " were " + value() + " rather than " + ValueWords.of(attribute, known.value())
                + (known.source() == Source.WORKED_OUT ? workedOut("it is worked out from ") : "");
    }

    /** What it is worked out from, said behind the value: nobody can change it but by those. */
    private String workedOut(String how) {
        List<String> from = attribute.inputs().stream().map(Attribute::called).toList();
        return from.isEmpty() ? "" : " (" + how + String.join(" and ", from) + ")";
    }

    private String value() {
        boolean anyText =
                attribute.kind() instanceof Kind.SomeOf some && some.codes().isEmpty();
        // Which one is for the student to say.
        return anyText && to instanceof Value.Codes codes && !codes.codes().isEmpty()
                ? "at least one"
                : ValueWords.of(attribute, to);
    }
}
