package signpost.engine.vocabulary;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import signpost.engine.profile.Fact;
import signpost.engine.profile.History;
import signpost.engine.profile.Profile;
import signpost.engine.profile.StudentOnDate;

/** Adds what can be worked out to what is known. What somebody stated stands, unless all it follows from is newer. */
final class WorkedOut {

    private record Step(String key, Derivation derivation, Set<String> inputs) {

        /** Whether all inputs are known and, where somebody stated the value, all are newer. */
        private boolean tells(Map<String, Fact.Known> facts, Fact.@Nullable Known stated) {
            for (String input : inputs) {
                Fact.Known known = facts.get(input);
                if (known == null || !newer(known, stated)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Those that are worked out, each after its inputs. */
    private final List<Step> ordered;

    WorkedOut(Map<String, Attribute> attributes) {
        List<Attribute> order = new ArrayList<>();
        Set<String> placed = new HashSet<>();
        attributes.values().forEach(attribute -> place(attribute, attributes, placed, order));
        this.ordered = order.stream()
                .flatMap(attribute -> attribute.workedOut().stream()
                        .map(derivation -> new Step(attribute.key(), derivation, derivation.inputs())))
                .toList();
    }

    private static void place(
            Attribute attribute, Map<String, Attribute> attributes, Set<String> placed, List<Attribute> order) {
        Optional<Derivation> derivation = attribute.workedOut();
        if (derivation.isEmpty() || !placed.add(attribute.key())) {
            return;
        }
        for (String input : derivation.get().inputs()) {
            Attribute of = attributes.get(input);
            if (of != null) {
                place(of, attributes, placed, order);
            }
        }
        order.add(attribute);
    }

    private static boolean newer(Fact.Known fact, Fact.@Nullable Known stated) {
        return stated == null || fact.confirmedOn().isAfter(stated.confirmedOn());
    }

    Profile complete(Profile profile) {
        Map<String, Fact.Known> facts = complete(profile.facts());
        return facts == profile.facts() ? profile : new Profile(profile.studentId(), facts);
    }

    @SuppressWarnings("ReferenceEquality") // The same object says that nothing was added.
    StudentOnDate complete(StudentOnDate student) {
        Profile profile = complete(student.profile());
        History history = complete(student.history());
        return profile == student.profile() && history == student.history()
                ? student
                : new StudentOnDate(profile, student.on(), student.calendar(), history);
    }

    private History complete(History history) {
        Map<String, Fact.Known> lastTerm = complete(history.lastTerm());
        return lastTerm == history.lastTerm()
                ? history
                : new History(history.flaggedLastTerm(), history.help(), lastTerm);
    }

    /** The facts themselves when nothing can be added: every student judged passes here. */
    private Map<String, Fact.Known> complete(Map<String, Fact.Known> stated) {
        Map<String, Fact.Known> facts = stated;
        for (Step step : ordered) {
            Optional<Fact.Known> fact = step.tells(facts, stated.get(step.key()))
                    ? step.derivation().fact(facts)
                    : Optional.empty();
            if (fact.isPresent()) {
                facts = facts == stated ? new LinkedHashMap<>(stated) : facts;
                facts.put(step.key(), fact.get());
            }
        }
        return facts;
    }
}
