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

    /** Those that are worked out, each after its inputs. */
    private final List<Attribute> ordered;

    WorkedOut(Map<String, Attribute> attributes) {
        List<Attribute> order = new ArrayList<>();
        Set<String> placed = new HashSet<>();
        attributes.values().forEach(attribute -> place(attribute, attributes, placed, order));
        this.ordered = List.copyOf(order);
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
        return ordered.isEmpty() ? profile : new Profile(profile.studentId(), complete(profile.facts()));
    }

    StudentOnDate complete(StudentOnDate student) {
        if (ordered.isEmpty()) {
            return student;
        }
        History history = student.history();
        return new StudentOnDate(
                complete(student.profile()),
                student.on(),
                student.calendar(),
                history.lastTerm().isEmpty()
                        ? history
                        : new History(history.flaggedLastTerm(), history.help(), complete(history.lastTerm())));
    }

    private Map<String, Fact.Known> complete(Map<String, Fact.Known> stated) {
        Map<String, Fact.Known> facts = new LinkedHashMap<>(stated);
        for (Attribute attribute : ordered) {
            attribute
                    .workedOut()
                    .flatMap(derivation -> derivation.fact(facts))
                    .filter(fact -> newer(fact, stated.get(attribute.key())))
                    .ifPresent(fact -> facts.put(attribute.key(), fact));
        }
        return facts;
    }
}
