package signpost.engine.hostile;

import java.util.List;

/** A table of one rule with a column of every kind. */
final class ATable {

    static final List<String> HEADER = List.of(
            "Rule",
            "attendance",
            "in_care",
            "leaving_date",
            "sen_provision",
            "barriers",
            "sectors",
            "english_current",
            "intended_provider",
            "RONI score",
            "Flag: Tested",
            "When",
            "Flag",
            "Severity",
            "RONI points",
            "Points",
            "Score",
            "Recommend",
            "Rule out",
            "Because",
            "Owner",
            "In force",
            "Review by",
            "Switched off");

    private ATable() {}

    static List<String> row() {
        return HEADER.stream().map(ATable::under).toList();
    }

    private static String under(String heading) {
        return switch (heading) {
            case "Rule" -> "Hostile";
            case "attendance" -> "<=90";
            case "Flag" -> "Look";
            case "Severity" -> "low";
            case "Points" -> "1";
            case "Score" -> "Sum";
            default -> "";
        };
    }

    static String sheet(String rows) {
        return "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows
                + "</sheetData></worksheet>";
    }
}
