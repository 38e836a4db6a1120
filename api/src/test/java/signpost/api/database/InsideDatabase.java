package signpost.api.database;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The embedded database of a program that runs beside the test, past the wall between schools. */
public final class InsideDatabase {

    private static final Path PROGRAMS = Path.of("target/programs");

    private final Path data;

    public InsideDatabase(Path data) {
        this.data = data;
    }

    /** The first column of the first row. */
    public String ask(String query) {
        try (var database = EmbeddedDatabase.open(data, PROGRAMS, 0);
                var connection = database.superuser(EmbeddedDatabase.NAME);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        } catch (SQLException failure) {
            throw new IllegalStateException(query, failure);
        }
    }

    /** Kills the server as the kernel would, with all its children. */
    public void kill() throws Exception {
        Path cluster = data.toAbsolutePath().resolve("postgresql");
        var file = PostmasterFile.read(cluster).orElseThrow();
        if (!file.mayBeServerOf(cluster)) {
            throw new IllegalStateException("no server of " + cluster);
        }
        var server = ProcessHandle.of(file.pid()).orElseThrow();
        var children = server.descendants().toList();
        server.destroyForcibly();
        CompletableFuture.allOf(java.util.stream.Stream.concat(java.util.stream.Stream.of(server), children.stream())
                        .map(ProcessHandle::onExit)
                        .toArray(CompletableFuture[]::new))
                .get(60, TimeUnit.SECONDS);
    }
}
