package signpost.api.trials;

import java.util.Optional;
import signpost.api.pages.Capital;
import signpost.engine.profile.Fact;
import signpost.engine.profile.StudentOnDate;
import signpost.engine.rulebook.RuleBook;
import signpost.engine.vocabulary.ValueWords;

/** What students are grouped by to see on whom a change falls. A school that does not hold one has no table of it. */
enum Characteristic {
    SEX("Sex", ""),
    SEND("SEND", "sen_provision"),
    FREE_MEALS("Free school meals", "fsm_eligible"),
    IN_CARE("In care", "in_care"),
    EAL("English as an additional language", "eal"),
    ETHNICITY("Ethnicity", "ethnicity");

    static final String NOT_KNOWN = Capital.first(ValueWords.NOT_KNOWN);

    private final String words;
    private final String attribute;

    Characteristic(String words, String attribute) {
        this.words = words;
        this.attribute = attribute;
    }

    public String words() {
        return words;
    }

    /** Whether the book has a word for it. */
    boolean heldBy(RuleBook book) {
        return this == SEX || book.vocabulary().byKey(attribute).isPresent();
    }

    /**
     * The group a student belongs to.
     *
     * @param sex as the school's roll has it
     */
    String group(RuleBook book, StudentOnDate student, Optional<String> sex) {
        if (this == SEX) {
            return sex.map(Characteristic::sexWords).orElse(NOT_KNOWN);
        }
        return book.vocabulary()
                .byKey(attribute)
                .filter(found -> student.fact(attribute) instanceof Fact.Known)
                .map(found -> Capital.first(ValueWords.of(found, student.fact(attribute))))
                .orElse(NOT_KNOWN);
    }

    private static String sexWords(String code) {
        return switch (code) {
            case "F" -> "Female";
            case "M" -> "Male";
            default -> NOT_KNOWN;
        };
    }
}
