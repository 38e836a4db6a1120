package signpost.engine.vocabulary;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import signpost.engine.profile.Profile;
import signpost.engine.profile.StudentOnDate;

/** All attributes of a book, by key, by name in sentences and by import column. */
public final class Vocabulary {

    private final Map<String, Attribute> byKey;
    private final Map<String, Attribute> byCalled = new HashMap<>();
    private final Map<String, Attribute> byColumn = new HashMap<>();
    private final Map<String, List<Attribute>> byTopic;
    private final WorkedOut workedOut;

    /** As {@link #Vocabulary(Map)}, all attributes under one topic. */
    public Vocabulary(List<Attribute> attributes) {
        this(Map.of("", attributes));
    }

    /**
     * The attributes by topic, in order. Their keys, names and columns must differ; {@link VocabularyReader} has checked
     * that.
     */
    public Vocabulary(Map<String, List<Attribute>> topics) {
        Map<String, List<Attribute>> copy = new LinkedHashMap<>();
        topics.forEach((topic, attributes) -> copy.put(topic, List.copyOf(attributes)));
        this.byTopic = Collections.unmodifiableMap(copy);
        List<Attribute> attributes =
                copy.values().stream().flatMap(List::stream).toList();
        Map<String, Attribute> keyed = new LinkedHashMap<>();
        for (Attribute attribute : attributes) {
            keyed.put(attribute.key(), attribute);
            byCalled.put(attribute.called().toLowerCase(Locale.ROOT), attribute);
            byColumn.put(bare(attribute.key()), attribute);
            attribute.columns().forEach(column -> byColumn.put(bare(column), attribute));
        }
        this.byKey = Collections.unmodifiableMap(keyed);
        this.workedOut = new WorkedOut(byKey);
    }

    public Collection<Attribute> attributes() {
        return byKey.values();
    }

    /** The attributes by the file they stand in, without folder and ending; in the order of the files. */
    public Map<String, List<Attribute>> byTopic() {
        return byTopic;
    }

    public Optional<Attribute> byKey(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    public Optional<Attribute> byCalled(String called) {
        return Optional.ofNullable(byCalled.get(called.toLowerCase(Locale.ROOT)));
    }

    /** The attribute an import finds under this header; capitals and spaces do not matter. */
    public Optional<Attribute> byColumn(String header) {
        return Optional.ofNullable(byColumn.get(bare(header)));
    }

    /** The profile with everything that can be worked out from it. */
    public Profile complete(Profile profile) {
        return workedOut.complete(profile);
    }

    /** The student with everything that can be worked out from what is known. */
    public StudentOnDate complete(StudentOnDate student) {
        return workedOut.complete(student);
    }

    /** A header without what people vary: case, spaces, underscores, hyphens. */
    public static String bare(String header) {
        return header.toLowerCase(Locale.ROOT).replaceAll("[\\s_\\-]+", "");
    }
}
