package signpost.api.commandline;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Lets a command read a school's additions on top of its trust's rule book. */
final class OnTopOf {

    @Option(
            names = "--on-top-of",
            paramLabel = "DIR",
            description =
                    "The folder of a trust's rule book; the folder named otherwise holds its school's additions then.")
    private @Nullable Path trust;

    /** The rule book of a folder, with the trust's beneath where one is named. */
    RuleFolder open(CommandSpec command, Path folder) {
        return trust == null ? RuleFolder.open(command, folder) : RuleFolder.open(command, folder, trust);
    }
}
