package signpost.api.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program as the build made it and as people start it: by its launch script, with its class-data archive. */
public final class Packaged {

    private Packaged() {}

    /** The command with these arguments, not yet started. Its process is Java itself: what kills it kills the program. */
    public static ProcessBuilder program(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of("target/signpost").toAbsolutePath().toString());
        command.addAll(arguments);
        var process = new ProcessBuilder(command);
        process.environment().put("JAVA_HOME", System.getProperty("java.home"));
        // A test ends before Java's second compiler has paid for itself.
        process.environment().put("SIGNPOST_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
        return process;
    }
}
