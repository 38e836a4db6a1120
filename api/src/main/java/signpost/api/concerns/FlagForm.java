package signpost.api.concerns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import signpost.api.pages.FreeText;
import signpost.api.pages.Mistake;
import signpost.api.pages.Mistakes;
import signpost.api.pages.SentId;
import signpost.api.schools.StaffMember;
import signpost.engine.rulebook.Severity;

/**
 * A flag as somebody typed it.
 *
 * @param flag a flag of the book, or empty
 * @param name their own words for it, or empty
 * @param again the flag of an earlier term that it keeps up, or empty
 */
record FlagForm(String flag, String name, String severity, String reason, String again) {

    static final int LONGEST_NAME = 80;
    static final int LONGEST_REASON = 1_000;

    static FlagForm of(Map<String, String> sent) {
        return new FlagForm(
                word(sent, "flag"),
                FreeText.clean(word(sent, "name")).replaceAll("\\s+", " "),
                word(sent, "severity"),
                FreeText.clean(sent.getOrDefault("reason", "")),
                word(sent, "again"));
    }

    /** To raise one of an earlier term again; how grave it is now is asked anew. */
    static FlagForm again(PersonFlag ended, Collection<String> ofTheBook) {
        boolean known = ofTheBook.contains(ended.name());
        return new FlagForm(
                known ? ended.name() : "",
                known ? "" : ended.name(),
                "",
                ended.reason(),
                ended.id().toString());
    }

    Mistakes mistakes(Collection<String> ofTheBook) {
        List<Mistake> all = new ArrayList<>();
        if (flag.isEmpty() == name.isEmpty()) {
            all.add(new Mistake("flag", "Choose a flag of the rule book or write your own, not both"));
        } else if (!flag.isEmpty() && !ofTheBook.contains(flag)) {
            all.add(new Mistake("flag", "Choose a flag from the list"));
        }
        if (name.length() > LONGEST_NAME) {
            all.add(new Mistake("name", "Your own words must be " + LONGEST_NAME + " characters or fewer"));
        }
        if (read().isEmpty()) {
            all.add(Mistake.inChoice("severity", "Choose how much it matters"));
        }
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            all.add(new Mistake(
                    "reason",
                    reason.isEmpty() ? "Write why you raise it" : "The reason must be 1,000 characters or fewer"));
        }
        return new Mistakes(all);
    }

    /** Without mistakes only. */
    Flagging.Wanted wanted(StaffMember by) {
        return new Flagging.Wanted(flag.isEmpty() ? name : flag, read().orElseThrow(), reason, former(), by);
    }

    private Optional<Severity> read() {
        return Arrays.stream(Severity.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(severity))
                .findFirst();
    }

    Optional<UUID> former() {
        return SentId.of(again);
    }

    private static String word(Map<String, String> sent, String name) {
        return sent.getOrDefault(name, "").strip();
    }
}
