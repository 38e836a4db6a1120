package signpost.engine.writing;

import java.util.List;

/**
 * A condition as somebody picks it from a form.
 *
 * @param sort what it speaks of
 * @param key of an attribute, its key; of a flag or a score, its name; of an intervention, its code; otherwise empty
 * @param verb what it says
 * @param values as the slots want them: numbers without their unit, codes, days in words, {@code 6 weeks}
 * @param not whether all of it is turned round
 */
public record Pick(Sort sort, String key, Verb verb, List<String> values, boolean not) {

    public Pick {
        values = List.copyOf(values);
    }

    static Pick of(Sort sort, String key, Verb verb, String... values) {
        return new Pick(sort, key, verb, List.of(values), false);
    }

    Pick with(Verb other) {
        return new Pick(sort, key, other, values, not);
    }

    Pick turnedRound() {
        return new Pick(sort, key, verb, values, !not);
    }
}
