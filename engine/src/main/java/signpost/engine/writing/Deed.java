package signpost.engine.writing;

/**
 * A consequence as somebody picks it from a form; what an act does not have is empty.
 *
 * @param act what the rule does
 * @param name of the flag or score, or the code of the intervention
 * @param points of {@link Act#ADD_POINTS}; otherwise 0
 * @param severity {@code low}, {@code medium} or {@code high}; a recommendation may have none of its own
 * @param occurrence which of several by design
 * @param due {@code within 2 weeks}, {@code by 31 March} or {@code this term}
 */
public record Deed(Act act, String name, int points, String severity, String occurrence, String due) {

    public static Deed flag(String name, String severity) {
        return new Deed(Act.FLAG, name, 0, severity, "", "");
    }

    public static Deed points(int points, String score) {
        return new Deed(Act.ADD_POINTS, score, points, "", "", "");
    }

    public static Deed recommend(String code, String severity, String occurrence, String due) {
        return new Deed(Act.RECOMMEND, code, 0, severity, occurrence, due);
    }

    public static Deed ruleOut(String code) {
        return new Deed(Act.RULE_OUT, code, 0, "", "", "");
    }
}
