package signpost.api.worth;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the school tells the public about the rules, under the headings of version 3.0 of the Algorithmic Transparency
 * Recording Standard. What only the school knows is left blank, and says so.
 */
record TransparencyRecord(String school, List<Section> sections) {

    static final String BLANK = "For the school to fill in";

    /** A part of the record. */
    record Section(String title, List<Field> fields) {
        Section {
            fields = List.copyOf(fields);
        }
    }

    /**
     * A heading and what stands under it.
     *
     * @param blank what only the school knows: shown after {@link #BLANK}; empty where nothing is left to fill in
     */
    record Field(String number, String heading, String text, String blank) {}

    TransparencyRecord {
        sections = List.copyOf(sections);
    }

    static TransparencyRecord of(
            BookDocument book, List<String> owners, int sensitiveRules, Optional<String> publishedOn) {
        return new TransparencyRecord(book.school(), RecordSections.of(book, owners, sensitiveRules, publishedOn));
    }

    /** How many headings the school has something to fill in under. */
    public long blanks() {
        return sections.stream()
                .flatMap(section -> section.fields().stream())
                .filter(field -> !field.blank().isEmpty())
                .count();
    }

    /** As Markdown, to be edited further. */
    String markdown() {
        return "# Algorithmic transparency record: " + plain(school) + "\n\n"
                + sections.stream().map(TransparencyRecord::markdown).collect(Collectors.joining("\n"));
    }

    private static String markdown(Section section) {
        return "## " + section.title() + "\n\n"
                + section.fields().stream()
                        .map(field -> "### " + field.number() + " - " + field.heading() + "\n\n"
                                + (field.text().isEmpty() ? "" : plain(field.text()) + "\n\n")
                                + (field.blank().isEmpty() ? "" : "**[" + BLANK + ": " + field.blank() + "]**\n\n"))
                        .collect(Collectors.joining());
    }

    /** What a file says stays words: none of it becomes a link, a heading or markup. */
    private static String plain(String words) {
        return words.replaceAll("([\\\\`*_\\[\\]<>#|])", "\\\\$1");
    }
}
