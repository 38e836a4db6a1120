package signpost.api.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Another program that has the embedded database of a directory open, for tests that end it one way or another. */
final class OpenedElsewhere implements AutoCloseable {

    private final Process process;
    private final int port;

    OpenedElsewhere(Path directory, Path programs) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OpenedElsewhere.class.getName(),
                        directory.toString(),
                        programs.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        port = awaitPort();
    }

    public static void main(String[] args) throws IOException {
        try (var database = EmbeddedDatabase.open(Path.of(args[0]), Path.of(args[1]), 0)) {
            System.out.println("port=" + database.port());
            while (System.in.read() != -1) {
                // Open until the other end closes.
            }
        }
    }

    int port() {
        return port;
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Ends in an orderly way, and waits for it. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private int awaitPort() {
        var reader = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        return reader.lines()
                .filter(line -> line.startsWith("port="))
                .map(line -> Integer.parseInt(line.substring(5)))
                .findFirst()
                .orElseThrow(() -> new UncheckedIOException(new IOException("the other program ended early")));
    }
}
