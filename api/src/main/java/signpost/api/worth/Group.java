package signpost.api.worth;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import signpost.engine.profile.Fact;
import signpost.engine.profile.Profile;
import signpost.engine.vocabulary.Vocabulary;

/**
 * A group of students that a rule may fall on more than on others.
 *
 * @param words such as {@code students with SEND}
 * @param attribute by which it is known
 * @param members those in it
 * @param known those of whom it is known whether they are; not known is not no
 */
record Group(String words, String attribute, Set<UUID> members, Set<UUID> known) {

    private static final String SEX = "sex";

    private static final List<Known> GROUPS = List.of(
            new Known("sen_provision", Set.of("K", "E"), "students with SEND"),
            new Known("fsm_eligible", Set.of("yes"), "students eligible for free school meals"),
            new Known("fsm6", Set.of("yes"), "students with free school meals in the last six years"),
            new Known("in_care", Set.of("yes"), "students in care"),
            new Known("eal", Set.of("yes"), "students with English as an additional language"));

    /** A group that one attribute tells. */
    private record Known(String attribute, Set<String> values, String words) {}

    Group {
        members = Set.copyOf(members);
        known = Set.copyOf(known);
    }

    /** The groups there is anything known of: by sex, by what the vocabulary has, and by ethnicity where a school holds it. */
    static List<Group> of(Map<UUID, Profile> profiles, Map<UUID, String> sexes, Vocabulary vocabulary) {
        List<Group> groups = new ArrayList<>(each(SEX, "students whose sex is recorded as ", new TreeMap<>(sexes)));
        for (Known known : GROUPS) {
            Map<UUID, String> values = values(profiles, known.attribute());
            Set<UUID> members = new java.util.HashSet<>();
            values.forEach((student, value) -> {
                if (known.values().contains(value)) {
                    members.add(student);
                }
            });
            groups.add(new Group(known.words(), known.attribute(), members, values.keySet()));
        }
        vocabulary
                .byKey("ethnicity")
                .ifPresent(attribute -> groups.addAll(each(
                        attribute.key(),
                        "students whose ethnicity is recorded as ",
                        values(profiles, attribute.key()))));
        return groups;
    }

    private static List<Group> each(String attribute, String words, Map<UUID, String> values) {
        return values.values().stream()
                .distinct()
                .sorted()
                .map(value -> new Group(
                        words + value,
                        attribute,
                        values.entrySet().stream()
                                .filter(one -> one.getValue().equals(value))
                                .map(Map.Entry::getKey)
                                .collect(java.util.stream.Collectors.toSet()),
                        values.keySet()))
                .toList();
    }

    private static Map<UUID, String> values(Map<UUID, Profile> profiles, String attribute) {
        Map<UUID, String> values = new TreeMap<>();
        profiles.forEach((student, profile) -> {
            if (profile.fact(attribute) instanceof Fact.Known known) {
                values.put(student, known.value().canonical());
            }
        });
        return values;
    }
}
