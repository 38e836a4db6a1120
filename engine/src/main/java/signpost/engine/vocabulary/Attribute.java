package signpost.engine.vocabulary;

import java.util.List;
import java.util.Map;

/**
 * Something that can be known of a student.
 *
 * @param key the name in files and tables, such as {@code attendance_pct}
 * @param called the name in sentences, such as {@code attendance} or {@code the post-16 plan}
 * @param kind its sort of value
 * @param phrases further wordings
 * @param columns headers under which an import finds it
 * @param alsoRead other spellings of its values, in lower case, to the canonical one
 * @param whyHeld why a school holds it
 * @param specialCategory whether it is special-category data under the UK GDPR
 */
public record Attribute(
        String key,
        String called,
        Kind kind,
        List<Phrase> phrases,
        List<String> columns,
        Map<String, String> alsoRead,
        String whyHeld,
        boolean specialCategory) {

    public Attribute {
        phrases = List.copyOf(phrases);
        columns = List.copyOf(columns);
        alsoRead = Map.copyOf(alsoRead);
    }

    /** The name as a heading: {@code Post-16 plan}. */
    public String title() {
        String bare = called.startsWith("the ") ? called.substring(4) : called;
        return Character.toUpperCase(bare.charAt(0)) + bare.substring(1);
    }
}
