package signpost.api.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import signpost.api.testing.Packaged;

/** Signpost as a process of its own, on the data directory given. */
final class StartedProgram implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("Signpost is ready: (http://\\S+)");
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final Pattern STARTED = Pattern.compile("Started Signpost in ");
    private static final Pattern TOKEN = Pattern.compile("MIS token \\([^)]*\\): (\\S+)");

    private final Process process;
    private final List<String> printed = new ArrayList<>();

    private StartedProgram(Process process) {
        this.process = process;
    }

    static StartedProgram start(Path data, String... arguments) throws IOException {
        Files.createDirectories(data.getParent());
        List<String> all =
                new ArrayList<>(List.of("--server.port=0", "--signpost.database.dir=" + data.toAbsolutePath()));
        all.addAll(List.of(arguments));
        return new StartedProgram(
                Packaged.program(all).redirectErrorStream(true).start());
    }

    /** Reads on until the program says it is ready and how to get in; its end is an error with all it printed. */
    StartedProgram ready() throws IOException {
        readUntil(TOKEN);
        return this;
    }

    /** The same of a program that is no demonstration: until it takes requests. */
    StartedProgram listening() throws IOException {
        readUntil(STARTED);
        return this;
    }

    int port() {
        return Integer.parseInt(found(PORT));
    }

    String address() {
        return found(READY);
    }

    String token() {
        return found(TOKEN);
    }

    String printed() {
        return String.join("\n", printed);
    }

    /** As the kernel or an impatient person ends it: without a chance to tidy up. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(30, TimeUnit.SECONDS);
    }

    /** The same when so much time has gone by, whatever it does then. */
    void killAfter(int milliseconds) throws InterruptedException {
        process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        kill();
    }

    int waitForEnd() throws IOException, InterruptedException {
        BufferedReader output = output();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            printed.add(line);
        }
        process.waitFor(60, TimeUnit.SECONDS);
        return process.exitValue();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor(60, TimeUnit.SECONDS);
    }

    private void readUntil(Pattern pattern) throws IOException {
        BufferedReader output = output();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            printed.add(line);
            if (pattern.matcher(line).find()) {
                return;
            }
        }
        throw new IllegalStateException("the program ended:\n" + printed());
    }

    private BufferedReader output() {
        return process.inputReader(StandardCharsets.UTF_8);
    }

    private String found(Pattern pattern) {
        Matcher matcher = pattern.matcher(printed());
        if (!matcher.find()) {
            throw new IllegalStateException("not printed: " + pattern + "\n" + printed());
        }
        return matcher.group(1);
    }
}
