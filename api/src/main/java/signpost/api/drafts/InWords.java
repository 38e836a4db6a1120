package signpost.api.drafts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import signpost.api.rulebooks.Version.Change;
import signpost.engine.change.BookChange;
import signpost.engine.change.ChangesInWords;
import signpost.engine.evaluation.Recommender;

/** What is otherwise in one book than in another, for people. */
public final class InWords {

    private InWords() {}

    /** Nothing while one of them does not read; scenarios may fail. */
    public static List<Change> between(DraftBook before, DraftBook after) {
        Optional<Recommender> was = before.readable();
        Optional<Recommender> is = after.readable();
        return was.isEmpty() || is.isEmpty()
                ? List.of()
                : told(ChangesInWords.between(was.get().book(), is.get().book()));
    }

    /** Each change by itself, and the scenarios, of which one threshold moves many, at the end in three lines. */
    private static List<Change> told(List<BookChange> changes) {
        List<Change> told = new ArrayList<>();
        List<String> scenarios = new ArrayList<>();
        for (BookChange.Kind kind : BookChange.Kind.values()) {
            List<String> names = changes.stream()
                    .filter(change -> change.what() == BookChange.What.SCENARIO && change.kind() == kind)
                    .map(change -> '"' + change.name() + '"')
                    .toList();
            if (!names.isEmpty()) {
                scenarios.add(names.size() + " " + kind.words() + ": " + String.join(", ", names));
            }
        }
        changes.stream()
                .filter(change -> change.what() != BookChange.What.SCENARIO)
                .map(InWords::change)
                .forEach(told::add);
        if (!scenarios.isEmpty()) {
            told.add(new Change("Scenarios", scenarios));
        }
        return told;
    }

    private static Change change(BookChange change) {
        String what = capital(change.what().words()) + " \"" + change.name() + "\"";
        String kind = change.kind() == BookChange.Kind.CHANGED
                ? ""
                : " (" + change.kind().words() + ")";
        return new Change(what + kind, change.sentences());
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
