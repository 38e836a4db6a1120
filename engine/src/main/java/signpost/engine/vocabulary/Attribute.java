package signpost.engine.vocabulary;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
 * @param toStudent how a page for the student heads it; empty where it has no words of its own
 * @param specialCategory whether it is special-category data under the UK GDPR
 * @param protectedCharacteristic which characteristic of the Equality Act it tells, or comes near to telling; often none
 * @param canChange whether help or effort could make it different; a year group or being in care cannot
 * @param workedOut how it follows from other attributes when nobody stated it
 * @param inputs the attributes it is worked out from
 */
public record Attribute(
        String key,
        String called,
        Kind kind,
        List<Phrase> phrases,
        List<String> columns,
        Map<String, String> alsoRead,
        String whyHeld,
        String toStudent,
        boolean specialCategory,
        Optional<String> protectedCharacteristic,
        boolean canChange,
        Optional<Derivation> workedOut,
        List<Attribute> inputs) {

    public Attribute {
        phrases = List.copyOf(phrases);
        columns = List.copyOf(columns);
        alsoRead = Map.copyOf(alsoRead);
        inputs = List.copyOf(inputs);
    }

    /** An attribute that somebody has to state. */
    public Attribute(
            String key,
            String called,
            Kind kind,
            List<Phrase> phrases,
            List<String> columns,
            Map<String, String> alsoRead,
            String whyHeld,
            String toStudent,
            boolean specialCategory,
            Optional<String> protectedCharacteristic,
            boolean canChange) {
        this(
                key,
                called,
                kind,
                phrases,
                columns,
                alsoRead,
                whyHeld,
                toStudent,
                specialCategory,
                protectedCharacteristic,
                canChange,
                Optional.empty(),
                List.of());
    }

    /** The same, worked out in this way; special-category data if one of its inputs is. */
    Attribute workedOut(Derivation derivation, List<Attribute> from) {
        boolean special = specialCategory || from.stream().anyMatch(Attribute::specialCategory);
        return new Attribute(
                key,
                called,
                kind,
                phrases,
                columns,
                alsoRead,
                whyHeld,
                toStudent,
                special,
                protectedCharacteristic,
                canChange,
                Optional.of(derivation),
                from);
    }

    /** Itself, what it is worked out from, and what that is worked out from in turn. */
    public Stream<Attribute> withInputs() {
        return Stream.concat(Stream.of(this), inputs.stream().flatMap(Attribute::withInputs))
                .distinct();
    }

    /**
     * Whether a rule that reads it has to be accounted for: it is special-category data or tells a protected characteristic,
     * or is worked out from what is or does.
     */
    public boolean sensitive() {
        return specialCategory
                || protectedCharacteristic.isPresent()
                || inputs.stream().anyMatch(Attribute::sensitive);
    }

    /** The key alone: a hash of thousands of phrases, taken for every condition, would take a while. */
    @Override
    public int hashCode() {
        return key.hashCode();
    }

    /** The name as a heading: {@code Post-16 plan}. */
    public String title() {
        String bare = called.startsWith("the ") ? called.substring(4) : called;
        return Character.toUpperCase(bare.charAt(0)) + bare.substring(1);
    }

    /** The heading for whoever it is about: {@code Where you have applied}. */
    public String titleToStudent() {
        return toStudent.isEmpty() ? title() : toStudent;
    }
}
