package signpost.api.publishing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import signpost.api.students.NamesInText;
import signpost.engine.rulebook.BookFiles;

/** Where a draft names a student of the school: a version is kept for ever, and read by people who may see no student. */
@Component
class StudentsNamed {

    private final NamesInText names;

    StudentsNamed(NamesInText names) {
        this.names = names;
    }

    /** A sentence for each line that names somebody and was not there before; it does not say the name. */
    List<String> in(BookFiles before, BookFiles after) {
        List<String> places = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (String path : after.paths()) {
            if (path.endsWith(".xlsx")) {
                continue;
            }
            Set<String> known = before.paths().contains(path) ? new HashSet<>(lines(before, path)) : Set.of();
            List<String> now = lines(after, path);
            for (int at = 0; at < now.size(); at++) {
                if (!known.contains(now.get(at))) {
                    places.add(path + ", line " + (at + 1));
                    lines.add(now.get(at));
                }
            }
        }
        return names.in(lines).stream()
                .map(at -> places.get(at) + " has a student’s name in it: take it out.")
                .toList();
    }

    private static List<String> lines(BookFiles files, String path) {
        return new String(files.bytes(path), StandardCharsets.UTF_8).lines().toList();
    }
}
