package signpost.api.publishing;

import java.util.List;
import java.util.Optional;
import signpost.api.drafts.DraftBook;
import signpost.api.rulebooks.Version.Change;
import signpost.engine.change.BookChange;
import signpost.engine.change.ChangesInWords;
import signpost.engine.evaluation.Recommender;

/** What is otherwise in one book than in another, for people. */
final class InWords {

    private InWords() {}

    /** Nothing while one of them does not read; scenarios may fail. */
    static List<Change> between(DraftBook before, DraftBook after) {
        Optional<Recommender> was = before.readable();
        Optional<Recommender> is = after.readable();
        return was.isEmpty() || is.isEmpty()
                ? List.of()
                : ChangesInWords.between(was.get().book(), is.get().book()).stream()
                        .map(InWords::change)
                        .toList();
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
