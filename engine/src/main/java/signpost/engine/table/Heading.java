package signpost.engine.table;

import signpost.engine.vocabulary.Attribute;

/** What the cells of a column say. */
sealed interface Heading {

    /** A test of an attribute, such as {@code <90} or {@code K or E}. */
    record OfAttribute(Attribute attribute) implements Heading {}

    /** Whether other rules have raised a flag, in Y or N. */
    record OfFlag(String flag) implements Heading {}

    /** A test of the points gathered for a score. */
    record OfScore(String score) implements Heading {}

    /** A whole condition in the words of a rule. */
    record Sentence() implements Heading {}

    /** Points to a score; the name is empty where another cell names the score. */
    record Points(String score) implements Heading {}

    /** A part of the rule that a column of its own holds. */
    record Part(Parts part) implements Heading {}

    /** The parts of a rule, under the words that head their columns. */
    enum Parts {
        RULE("Rule"),
        FLAG("Flag"),
        SEVERITY("Severity"),
        SCORE("Score"),
        RECOMMEND("Recommend"),
        RULE_OUT("Rule out"),
        BECAUSE("Because"),
        OWNER("Owner"),
        WHY("Why"),
        SOURCE("Source"),
        IN_FORCE("In force"),
        REVIEW_BY("Review by"),
        SWITCHED_OFF("Switched off");

        private final String words;

        Parts(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        /** Whether a row above the header may give it for all rules of the table. */
        boolean forAll() {
            return this == SCORE
                    || this == OWNER
                    || this == WHY
                    || this == SOURCE
                    || this == IN_FORCE
                    || this == REVIEW_BY
                    || this == SWITCHED_OFF;
        }
    }
}
