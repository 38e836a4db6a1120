package signpost.engine.hostile;

import static signpost.engine.ABook.rule;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import signpost.engine.ABook;

/** A place of a book where somebody may write anything. */
enum Spot {
    RULE_NAME(in("topics/test.txt", text -> rule(text, "flag \"A\" as low", "attendance is known"))),
    OWNER(field("Owner")),
    WHY(field("Why")),
    SOURCE(field("Source")),
    IN_FORCE(field("In force")),
    IN_FORCE_FROM(field("In force: from")),
    REVIEW_BY(field("Review by")),
    OFF(field("Switched off")),
    UNKNOWN_FIELD(text -> fields(text)),
    CONDITION(when("")),
    SECOND_CONDITION(when("attendance is known\n    and ")),
    IN_A_GROUP(when("any of:\n      ")),
    NEGATED(when("not ")),
    PERCENTAGE(when("attendance is ")),
    RANGE(when("attendance is from ")),
    RANGE_END(when("attendance is from 1% to ")),
    NUMBER(when("the journey is above ")),
    CODE(when("SEN provision is ")),
    LIST(when("the list of sectors includes ")),
    GRADE(when("the current English grade is below ")),
    DAY(when("the leaving date is before ")),
    CHANGE(when("attendance fell by ")),
    STALENESS(when("attendance was not confirmed for ")),
    PHRASE_VALUES(when("the student is in year ")),
    FLAG_READ(text -> condition("\"" + text + "\" is flagged")),
    FLAG_OF_LAST_TERM(text -> condition("\"" + text + "\" was flagged last term")),
    SCORE_READ(text -> condition("the " + text + " score is 1")),
    SCORE_COMPARED(when("the RONI score is ")),
    TERM(text -> condition("it is the " + text + " term")),
    TODAY(when("today is on or after ")),
    TODAY_IN(when("today is ")),
    DELIVERED(text -> condition(text + " was delivered this term")),
    GROUP(text -> condition("at least " + text + " of:\n      attendance is known")),
    CONSEQUENCE(then("")),
    FLAG(text -> consequence("flag \"" + text + "\" as low")),
    SEVERITY(then("flag \"A\" as ")),
    RECOMMENDATION(then("recommend ")),
    OCCURRENCE(text -> consequence("recommend KIT-01 for \"" + text + "\"")),
    DUE(then("recommend ATT-01 within ")),
    SCORE(then("add 1 point to ")),
    POINTS(text -> consequence("add " + text + " points to RONI")),
    RULED_OUT(then("rule out ")),
    BECAUSE(text -> ABook.withRules(theRule().replace("a reason", text))),
    IN_BRACES(text -> ABook.withRules(theRule().replace("a reason", "{" + text + "}"))),
    KEY(text -> attribute("Attribute: " + text + "\n  Called: the visit\n  Kind: date\n")),
    CALLED(visit("Called: %\n  Kind: date")),
    KIND(visit("Called: the visit\n  Kind: %")),
    KIND_RANGE(visit("Called: the visit\n  Kind: number from 0 to %")),
    CODE_DECLARED(visit("Called: the visit\n  Kind: one of\n    % = x")),
    LABEL(visit("Called: the visit\n  Kind: one of\n    A = %")),
    PHRASE(visit("Called: the visit\n  Kind: yes or no\n  Phrases:\n    % = yes")),
    OPEN_PHRASE(visit("Called: the visit\n  Kind: date\n  Phrases:\n    {values} %")),
    PHRASE_VALUE(visit("Called: the visit\n  Kind: yes or no\n  Phrases:\n    x = %")),
    COLUMNS(visit("Called: the visit\n  Kind: date\n  Columns: %")),
    ALSO_READ(visit("Called: the visit\n  Kind: yes or no\n  Also read: % = yes")),
    WHY_HELD(visit("Called: the visit\n  Kind: date\n  Why held: %")),
    CATALOGUE_ROW(text -> interventions(text)),
    INTERVENTION_CODE(text -> interventions(text + ",A,,x,1,teacher hour,,10,any,no,,")),
    CATALOGUE_CELL(text -> interventions(
            "ATT-01,\"" + text.replace("\"", "\"\"") + "\",\"" + text.replace("\"", "\"\"") + "\",x,1,y,,10,any,no,,")),
    HOURS(text -> interventions("ATT-01,A,,x," + text + ",y,,10,any,no,,")),
    CATALOGUE(in(ABook.INTERVENTIONS, text -> text)),
    REASONS(in(ABook.REASONS, text -> "code,label,lasting,note\nX," + text + ",no,")),
    SCENARIO_NAME(scenario("%\n  Given\n    attendance is 90%%\n  Expect\n    flag \"Tested\"")),
    GIVEN(scenario("S\n  Given\n    %\n  Expect\n    flag \"Tested\"")),
    GIVEN_VALUE(scenario("S\n  Given\n    attendance is %\n  Expect\n    flag \"Tested\"")),
    CONFIRMED(scenario("S\n  Given\n    attendance is 90%%, confirmed % ago\n  Expect\n    flag \"Tested\"")),
    ON(scenario("S\n  On: %\n  Given\n    attendance is 90%%\n  Expect\n    flag \"Tested\"")),
    FOR(scenario("S\n  For: %\n  Given\n    attendance is 90%%\n  Expect\n    flag \"Tested\"")),
    EXPECTED(scenario("S\n  Given\n    attendance is 90%%\n  Expect\n    %")),
    EXPECTED_FLAG(scenario("S\n  Given\n    attendance is 90%%\n  Expect not\n    flag \"%\"")),
    EXPECTED_SCORE(scenario("S\n  Given\n    attendance is 90%%\n  Expect\n    the % score is 1")),
    TIGHTENED(addition("Tighten: %\n  Why: earlier\n  Then\n    flag \"Tested\" as high")),
    TIGHTENED_WHY(addition("Tighten: Tested\n  Why: %\n  Then\n    flag \"Tested\" as high")),
    TIGHTENED_FIELD(addition("Tighten: Tested\n  Why: earlier\n  %\n  Then\n    flag \"Tested\" as high")),
    TIGHTENED_WHEN(addition("Tighten: Tested\n  Why: earlier\n  When\n    %\n  Because\n    a reason")),
    TIGHTENED_THEN(addition("Tighten: Tested\n  Why: earlier\n  Then\n    %")),
    TIGHTENED_BECAUSE(addition("Tighten: Tested\n  Why: earlier\n  When\n    attendance is known\n  Because\n    %")),
    SWITCHED_OFF(addition("Switch off: %\n  Why: no need")),
    SWITCHED_OFF_WHY(addition("Switch off: Tested\n  Why: %")),
    ADDITION(text -> ABook.when("attendance is known").beneath(text)),
    HEADER(in("topics/more.txt", text -> text)),
    HEADER_KEYWORD(in("topics/more.txt", text -> text + ": x\n  When\n    attendance is known")),
    FILE_NAME(text -> ABook.when("attendance is known").with("topics/" + text, "Rule: x")),
    RULES_FILE_NAME(text -> ABook.when("attendance is known").with(text + ".txt", "Rule: x"));

    private final Placed placed;

    private interface Placed {
        ABook book(String text);
    }

    Spot(Placed placed) {
        this.placed = placed;
    }

    /** A small book with this text in this place. */
    ABook with(String text) {
        return placed.book(text);
    }

    private static Placed in(String file, UnaryOperator<String> content) {
        return text -> ABook.when("attendance is known").with(file, content.apply(text));
    }

    private static Placed field(String name) {
        return text -> fields(name.contains(":") ? name + " " + text : name + ": " + text);
    }

    private static ABook fields(String text) {
        int end = theRule().indexOf('\n');
        return ABook.withRules(
                theRule().substring(0, end) + "\n  " + text + theRule().substring(end));
    }

    private static Placed when(String before) {
        return text -> condition(before + text);
    }

    private static ABook condition(String condition) {
        return ABook.when(condition);
    }

    private static Placed then(String before) {
        return text -> consequence(before + text);
    }

    private static ABook consequence(String consequence) {
        return ABook.withRules(rule("Tested", consequence, "attendance is known"));
    }

    private static Placed visit(String fields) {
        return text -> attribute("Attribute: visit\n  " + filled(fields, text) + "\n");
    }

    private static ABook attribute(String block) {
        return ABook.when("attendance is known").withAttribute(block);
    }

    private static ABook interventions(String rows) {
        return ABook.when("attendance is known").with(ABook.INTERVENTIONS, ABook.INTERVENTION_HEADER + rows);
    }

    private static Placed addition(String block) {
        return text -> ABook.when("attendance is known").beneath(filled(block, text) + "\n");
    }

    private static Placed scenario(String block) {
        return text -> ABook.when("attendance is known")
                .with("topics/test.scenarios.txt", "Scenario: " + filled(block, text) + "\n");
    }

    /** The template with the text where it says {@code %}; {@code %%} is a per cent sign. */
    private static String filled(String template, String text) {
        return Stream.of(template.split("%%", -1))
                .map(part -> part.replace("%", text))
                .reduce((before, after) -> before + "%" + after)
                .orElse("");
    }

    private static String theRule() {
        return rule("Tested", "flag \"Tested\" as low", "attendance is known");
    }
}
