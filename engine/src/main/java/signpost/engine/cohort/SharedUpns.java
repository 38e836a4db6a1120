package signpost.engine.cohort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import signpost.engine.vocabulary.Vocabulary;

/** The UPNs of a file that more than one student has: they tell nobody apart. */
final class SharedUpns {

    private SharedUpns() {}

    /** Reads the ids of a file before its students are read; of a pipe, which can be read once, nothing is found out. */
    static Set<String> of(Path path) {
        Set<String> shared = new HashSet<>();
        if (!Files.isRegularFile(path)) {
            return shared;
        }
        Map<String, String> holders = new HashMap<>();
        // What is wrong with the rows is told when they are read for good.
        try (ExportFile file = new ExportFile(path, problem -> {})) {
            Optional<Columns> columns =
                    file.firstRow().flatMap(header -> Columns.of(header, new Vocabulary(List.of()), problem -> {}));
            for (Optional<Row> row = file.next(); row.isPresent() && columns.isPresent(); row = file.next()) {
                columns.get()
                        .whose(row.get(), problem -> {})
                        .filter(ids -> !ids.upn().isEmpty())
                        .filter(ids -> !ids.first().equals(holders.computeIfAbsent(ids.upn(), upn -> ids.first())))
                        .ifPresent(ids -> shared.add(ids.upn()));
            }
        }
        return shared;
    }
}
