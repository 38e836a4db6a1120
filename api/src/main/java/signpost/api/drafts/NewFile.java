package signpost.api.drafts;

/** What a new file begins with. */
final class NewFile {

    private static final String RULE = """
            # A note begins with #. This rule is an example: change its words, or replace it.
            Rule: Name of the rule
              Owner: Head of destinations
              Why: Why the school asks this of its students
              When
                attendance is 90% or below
              Then
                flag "Name of the flag" as medium
              Because
                attendance is {attendance}
            """;

    private static final String SCENARIO = """
            Scenario: What should happen, in a sentence
              Given
                attendance is 85%
              Expect
                flag "Name of the flag"
            """;

    private NewFile() {}

    static String text(String path) {
        if (path.endsWith(".scenarios.txt")) {
            return SCENARIO;
        }
        return path.startsWith("topics/") && path.endsWith(".txt") ? RULE : "";
    }
}
