package signpost.api.interviews;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import signpost.engine.profile.Fact;
import signpost.engine.profile.Value;
import signpost.engine.vocabulary.Attribute;
import signpost.engine.vocabulary.ValueWords;

/**
 * What a student named where a list has only "something else".
 *
 * @param said by attribute, then by the day on which it was said
 */
public record OwnWords(Map<String, Map<LocalDate, String>> said) {

    /** The code of "something else" in a list of choices. */
    static final String OTHER = "other";

    /** Longest words, in characters. */
    static final int LONGEST = 200;

    public OwnWords {
        said = Map.copyOf(said);
    }

    /** What is known, and what the student named when they said it. */
    public String of(Attribute attribute, Fact fact) {
        return fact instanceof Fact.Known known
                        && !named(attribute, known.confirmedOn()).isEmpty()
                ? of(attribute, known.value(), known.confirmedOn())
                : ValueWords.of(attribute, fact);
    }

    /** The same of an answer given on a day. */
    public String of(Attribute attribute, Value value, LocalDate on) {
        return with(attribute, value, named(attribute, on));
    }

    /** {@code money, something else: “the bus stops at five”}. */
    static String with(Attribute attribute, Value value, String named) {
        if (named.isEmpty()
                || !(value instanceof Value.Codes codes)
                || !codes.codes().contains(OTHER)) {
            return ValueWords.of(attribute, value);
        }
        Set<String> choices = new LinkedHashSet<>(codes.codes());
        choices.remove(OTHER);
        String other = attribute.kind().labels().getOrDefault(OTHER, OTHER) + ": “" + named + "”";
        return choices.isEmpty() ? other : ValueWords.of(attribute, new Value.Codes(choices)) + ", " + other;
    }

    private String named(Attribute attribute, LocalDate on) {
        return said.getOrDefault(attribute.key(), Map.of()).getOrDefault(on, "");
    }
}
