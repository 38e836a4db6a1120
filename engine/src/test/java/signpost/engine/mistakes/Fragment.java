package signpost.engine.mistakes;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import signpost.engine.ABook;
import signpost.engine.Escapes;
import signpost.engine.rulebook.Layer;
import signpost.engine.table.AWorkbook;
import signpost.engine.text.Place;

/**
 * The lines somebody typed, and where in the book they stand.
 *
 * @param file the file they belong to
 * @param first the number of their first line in it, from 1
 * @param indent the spaces the file puts before each of them
 * @param typed the lines, without that indent
 * @param carets the places the mistake's carets point at, in order
 */
record Fragment(String head, String file, int first, int indent, List<String> typed, List<Place> carets) {

    private static final Pattern FILE = Pattern.compile("File (\\S+)(?: in (\\S+))?");
    private static final String SCENARIOS = "topics/test.scenarios.txt";

    /** Where the fragments that are tables stand; their carets point at cells. */
    private static final Map<String, String> TABLES =
            Map.of("Table", "tables/points.csv", "Workbook", "tables/points.xlsx");

    /** Where the fragments of a rule stand in {@link ABook#rule}. */
    private static final Map<String, int[]> IN_A_RULE = Map.of(
            "When", new int[] {3, 4}, "Then", new int[] {5, 4}, "Because", new int[] {7, 4}, "Fields", new int[] {2, 2
            });

    static Fragment of(String head, List<String> body) {
        Matcher file = FILE.matcher(head);
        Fragment empty = file.matches()
                ? at(head, file.group(1), 1, 0)
                : switch (head) {
                    case "Rule" -> at(head, ABook.TOPIC, 1, 0);
                    case "Trust" -> at(head, Layer.TRUST.folder() + ABook.TOPIC, 1, 0);
                    case "School" -> at(head, Layer.SCHOOL.folder() + ABook.TOPIC, 1, 0);
                    case "Scenario" -> at(head, SCENARIOS, 1, 0);
                    case "Attribute" -> at(head, ABook.VOCABULARY, linesOfTheVocabulary() + 1, 0);
                    case "Table", "Workbook" -> at(head, TABLES.get(head), 1, 0);
                    case "Interventions" -> at(head, ABook.INTERVENTIONS, 2, 0);
                    default -> inARule(head);
                };
        body.forEach(empty::take);
        return empty;
    }

    private static Fragment inARule(String head) {
        int[] where = IN_A_RULE.get(head);
        if (where == null) {
            throw new IllegalArgumentException("no part of a mistake is called " + head);
        }
        return at(head, ABook.TOPIC, where[0], where[1]);
    }

    private static Fragment at(String head, String file, int first, int indent) {
        return new Fragment(head, file, first, indent, new ArrayList<>(), new ArrayList<>());
    }

    private static int linesOfTheVocabulary() {
        return (int) new String(ABook.withoutRules().files().bytes(ABook.VOCABULARY), StandardCharsets.UTF_8)
                .lines()
                .count();
    }

    private void take(String line) {
        if (!line.strip().matches("\\^( *\\^)*")) {
            typed.add(line);
            return;
        }
        for (int at = line.indexOf('^'); at >= 0; at = line.indexOf('^', at + 1)) {
            int column = TABLES.containsValue(file) ? cell(typed.get(typed.size() - 1), at) : indent + at + 1;
            carets.add(new Place(file, first + typed.size() - 1, column));
        }
    }

    /** The number of the cell at this character of a row. */
    private static int cell(String row, int at) {
        int cell = 1;
        boolean quoted = false;
        for (char character : row.substring(0, Math.min(at, row.length())).toCharArray()) {
            quoted ^= character == '"';
            cell += character == ',' && !quoted ? 1 : 0;
        }
        return cell;
    }

    /** The lines with their escapes undone: {@code <U+00A0>}, {@code <500 times x>}. */
    private String text() {
        return Escapes.undone(String.join("\n" + " ".repeat(indent), typed));
    }

    /** Puts these lines into the files of a book. */
    void into(Map<String, byte[]> files) {
        Matcher whole = FILE.matcher(head);
        Charset charset =
                whole.matches() && whole.group(2) != null ? Charset.forName(whole.group(2)) : StandardCharsets.UTF_8;
        files.put(file, head.equals("Workbook") ? AWorkbook.of(text()) : whole().getBytes(charset));
    }

    private String whole() {
        return switch (head) {
            case "When" -> ABook.rule("Tested", "flag \"Tested\" as low", text());
            case "Then" -> ABook.rule("Tested", text(), "attendance is known");
            case "Because" -> theRule().replace("a reason", text());
            case "Fields" -> theRule().replaceFirst("\n", Matcher.quoteReplacement("\n  " + text() + "\n"));
            case "Attribute" -> vocabulary() + text() + "\n";
            case "Interventions" -> ABook.INTERVENTION_HEADER + text() + "\n";
            default -> text().isEmpty() ? "" : text() + "\n";
        };
    }

    private static String vocabulary() {
        return new String(ABook.withoutRules().files().bytes(ABook.VOCABULARY), StandardCharsets.UTF_8);
    }

    static String theRule() {
        return ABook.rule("Tested", "flag \"Tested\" as low", "attendance is known");
    }
}
