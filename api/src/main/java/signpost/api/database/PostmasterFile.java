package signpost.api.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * What {@code postmaster.pid} says of the server of a data directory.
 *
 * @param pid the process it names, which may be long gone and its number given to another program
 * @param port the port it listens on
 */
record PostmasterFile(long pid, int port) {

    /** Reads the file; empty when there is none, or a start that was cut short left half of one. */
    static Optional<PostmasterFile> read(Path cluster) throws IOException {
        try {
            var lines = Files.readAllLines(file(cluster));
            return lines.size() < 4
                    ? Optional.empty()
                    : Optional.of(new PostmasterFile(
                            Long.parseLong(lines.get(0).strip()),
                            Integer.parseInt(lines.get(3).strip())));
        } catch (NoSuchFileException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    static Path file(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    boolean isAlive() {
        return process().isPresent();
    }

    /** Whether the living process is a PostgreSQL of this data directory, as far as the system tells. */
    boolean mayBeServerOf(Path cluster) {
        return process()
                .map(ProcessHandle::info)
                .map(info -> info.command()
                                .map(command -> String.valueOf(Path.of(command).getFileName())
                                        .startsWith("postgres"))
                                .orElse(true)
                        && info.arguments()
                                .map(arguments -> Arrays.asList(arguments).contains(cluster.toString()))
                                .orElse(true))
                .orElse(false);
    }

    private Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    }
}
