package signpost.api.commandline;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What is asked for when no command is named: help. */
@Command(
        name = "signpost",
        mixinStandardHelpOptions = true,
        description = "Checks, tries and compares rule books; sets up schools, staff and MIS tokens."
                + " Without a command, starts the server.",
        footer = {
            "",
            "Ends with 0 when all is good, 1 when problems are found, 2 when a command is not understood"
                    + " or its output cannot be written."
        })
final class Root implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
