package signpost.engine.scenario;

import signpost.engine.text.Line;

/** Something a scenario expects to come out, or not to. */
public sealed interface Expectation {

    Line line();

    record Flag(String flag, Line line) implements Expectation {}

    record Recommend(String intervention, Line line) implements Expectation {}

    record RuleOut(String intervention, Line line) implements Expectation {}

    record CannotTell(String rule, Line line) implements Expectation {}

    record Score(String score, String points, Line line) implements Expectation {}

    record Nothing(Line line) implements Expectation {}
}
