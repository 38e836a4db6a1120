package signpost.api.builder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import signpost.api.pages.Mistake;
import signpost.api.pages.Mistakes;
import signpost.engine.writing.Act;
import signpost.engine.writing.Choice;
import signpost.engine.writing.Deed;
import signpost.engine.writing.DeedForm;
import signpost.engine.writing.Deeds;
import signpost.engine.writing.Saying;

/**
 * A consequence being picked, as it was sent.
 *
 * @param due one of the usual due dates, or empty
 * @param otherDue another, in the same words
 */
record ActForm(Act act, String name, String points, String severity, String occurrence, String due, String otherDue) {

    private static final int LONGEST = 200;

    static Optional<Act> act(String name) {
        return List.of(Act.values()).stream()
                .filter(act -> act.name().equals(name))
                .findFirst();
    }

    static ActForm empty(Act act) {
        return new ActForm(act, "", "", "", "", "", "");
    }

    static ActForm of(Deed deed, DeedForm offered) {
        boolean usual = values(offered.dues()).contains(deed.due());
        return new ActForm(
                deed.act(),
                deed.name(),
                deed.act() == Act.ADD_POINTS ? "" + deed.points() : "",
                deed.severity(),
                deed.occurrence(),
                usual ? deed.due() : "",
                usual ? "" : deed.due());
    }

    static ActForm of(Act act, Map<String, String> sent) {
        return new ActForm(
                act,
                Typed.oneLine(sent.get("what")),
                Typed.oneLine(sent.get("points")),
                Typed.oneLine(sent.get("severity")),
                Typed.oneLine(sent.get("occurrence")),
                Typed.oneLine(sent.get("due")),
                Typed.oneLine(sent.get("otherDue")));
    }

    Deed deed() {
        return switch (act) {
            case FLAG -> Deed.flag(name, severity);
            case ADD_POINTS -> Deed.points(points.matches("[0-9]{1,4}") ? Integer.parseInt(points) : 0, name);
            case RECOMMEND -> Deed.recommend(name, severity, occurrence, otherDue.isEmpty() ? due : otherDue);
            case RULE_OUT -> Deed.ruleOut(name);
        };
    }

    /** What is wrong, each beside its field. */
    Mistakes mistakes(Deeds deeds) {
        DeedForm offered = deeds.form();
        List<Mistake> all = new ArrayList<>();
        boolean helps = act == Act.RECOMMEND || act == Act.RULE_OUT;
        if (helps ? !values(offered.interventions()).contains(name) : name.isEmpty()) {
            all.add(new Mistake(
                    "what",
                    helps
                            ? "Choose an intervention"
                            : act == Act.FLAG ? "Enter the name of the flag" : "Enter the name of the score"));
        }
        if (List.of(name, occurrence, otherDue).stream().anyMatch(text -> text.length() > LONGEST)) {
            all.add(new Mistake("what", "Enter " + LONGEST + " characters or fewer"));
        }
        if (act == Act.ADD_POINTS && !points.matches("[0-9]{1,4}")) {
            all.add(new Mistake("points", "Enter how many points, in digits"));
        }
        boolean none = act == Act.RECOMMEND && severity.isEmpty();
        if ((act == Act.FLAG || act == Act.RECOMMEND)
                && !none
                && !values(offered.severities()).contains(severity)) {
            all.add(Mistake.inChoice("severity", "Choose how serious it is"));
        }
        if (act == Act.RECOMMEND) {
            wrongDue(offered).ifPresent(text -> all.add(new Mistake("otherDue", text)));
        }
        if (all.isEmpty() && deeds.say(deed()) instanceof Saying.Refused refused) {
            all.add(refused(refused.message(), offered));
        }
        return new Mistakes(all);
    }

    private Optional<String> wrongDue(DeedForm offered) {
        if (due.isEmpty() == otherDue.isEmpty()) {
            return Optional.of(
                    due.isEmpty()
                            ? "Choose by when, or enter it in the same words"
                            : "Choose by when or enter it, not both");
        }
        return due.isEmpty() || values(offered.dues()).contains(due)
                ? Optional.empty()
                : Optional.of("Choose by when from the list");
    }

    private Mistake refused(String message, DeedForm offered) {
        String text = message.startsWith("Choose what is still missing")
                ? "Signpost would read this as something else. Enter it without further words or quotation marks"
                : message;
        if (act != Act.RECOMMEND) {
            return new Mistake(act == Act.ADD_POINTS ? "points" : "what", text);
        }
        boolean once = !offered.repeating().contains(name);
        return new Mistake(!occurrence.isEmpty() && (once || otherDue.isEmpty()) ? "occurrence" : "otherDue", text);
    }

    private static List<String> values(List<Choice> choices) {
        return choices.stream().map(Choice::value).toList();
    }
}
