package signpost.engine.writing;

import java.util.Optional;
import signpost.engine.rulebook.Condition;
import signpost.engine.rulebook.ConditionParser;
import signpost.engine.rulebook.Slips;
import signpost.engine.text.Line;
import signpost.engine.text.Problems;

/** Reads single lines as conditions. A parser gathers what is wrong, so each serves until something is. */
final class LineReader {

    private final Words words;
    private Problems problems = new Problems();
    private ConditionParser parser;

    LineReader(Words words) {
        this.words = words;
        this.parser = new ConditionParser(words.vocabulary(), words.catalogue(), problems);
    }

    synchronized Understood understand(Line line) {
        Optional<Condition> condition = parser.parse(line);
        if (problems.isEmpty()) {
            return new Understood(condition, problems.all());
        }
        Slips.explain(line, 0, problems);
        Understood not = new Understood(Optional.empty(), problems.all());
        problems = new Problems();
        parser = new ConditionParser(words.vocabulary(), words.catalogue(), problems);
        return not;
    }
}
