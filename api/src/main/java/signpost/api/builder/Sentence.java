package signpost.api.builder;

import java.util.List;

/**
 * A line of a rule as its page shows it.
 *
 * @param line where it stands in the rule
 * @param words what it says
 * @param joined whether "and" stands before it
 * @param notes the comments right above it
 * @param wrong what is wrong with it, and what to do
 * @param change the page that changes it: {@code condition}, {@code consequence}, {@code group} or {@code line}
 * @param first whether nothing beside it stands above
 * @param last whether nothing beside it stands beneath
 * @param parts the lines inside it
 */
record Sentence(
        int line,
        String words,
        boolean joined,
        List<String> notes,
        List<String> wrong,
        String change,
        boolean first,
        boolean last,
        List<Sentence> parts) {

    Sentence {
        notes = List.copyOf(notes);
        wrong = List.copyOf(wrong);
        parts = List.copyOf(parts);
    }

    public boolean group() {
        return change.equals("group");
    }
}
