package signpost.api.drafts;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import signpost.engine.change.Conflict;

/** Names a conflict in a form, with all three texts: a choice counts only for what was shown. */
final class ConflictKey {

    private ConflictKey() {}

    /** A conflict as a form asks about it. */
    record Asked(String key, Conflict conflict) {}

    static String of(Conflict conflict) {
        return UUID.nameUUIDFromBytes(conflict.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    static List<Asked> asked(List<Conflict> conflicts) {
        return conflicts.stream()
                .map(conflict -> new Asked(of(conflict), conflict))
                .toList();
    }
}
