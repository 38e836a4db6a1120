package signpost.engine.cohort;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import signpost.engine.profile.History;

/** What a row of a file of earlier days is about. */
enum HistoryKind {
    FLAGGED("flagged last term", Optional.empty()),
    OFFERED("offered", Optional.of(History.Step.OFFERED)),
    DELIVERED("delivered", Optional.of(History.Step.DELIVERED)),
    NOT_ATTENDED("did not attend", Optional.of(History.Step.NOT_ATTENDED)),
    OVERRIDDEN("overridden for good", Optional.of(History.Step.OVERRIDDEN_FOR_GOOD)),
    VALUE("value last term", Optional.empty());

    private final String words;
    private final Optional<History.Step> step;

    HistoryKind(String words, Optional<History.Step> step) {
        this.words = words;
        this.step = step;
    }

    String words() {
        return words;
    }

    /** What became of an intervention, if it is about one. */
    Optional<History.Step> step() {
        return step;
    }

    /** Which one a cell names; capitals, underscores and hyphens do not matter. */
    static Optional<HistoryKind> written(String cell) {
        String wanted = cell.replaceAll("[\\s_-]+", " ").toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(kind -> kind.words.equals(wanted)).findFirst();
    }

    static List<String> allWords() {
        return Arrays.stream(values()).map(HistoryKind::words).toList();
    }
}
