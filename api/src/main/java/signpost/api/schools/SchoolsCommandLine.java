package signpost.api.schools;

import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import picocli.CommandLine;

/** The command line of whoever runs Signpost: schools, staff, tokens. Starts no web server and no jobs. */
public final class SchoolsCommandLine {

    private SchoolsCommandLine() {}

    /** Whether these arguments are for the command line, rather than options of the server. */
    public static boolean knows(String... arguments) {
        // A mistyped command is answered with help: it must not start a server.
        return arguments.length > 0
                && (!arguments[0].startsWith("--")
                        || Set.of("--help", "--version").contains(arguments[0]));
    }

    /**
     * Runs one command and tells how it ended.
     *
     * @return 0 done, 1 refused or failed with the reason on the error output, 2 not understood
     */
    public static int run(String... arguments) {
        var commands = new CommandLine(new Commands());
        commands.addSubcommand(new Commands.SchoolCommands());
        commands.addSubcommand(new Commands.StaffCommands());
        commands.addSubcommand(new Commands.TokenCommands());
        commands.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println(Commands.reason(failure));
            return CommandLine.ExitCode.SOFTWARE;
        });
        return commands.execute(arguments);
    }

    /** Gives work the schools of the database in use, which is opened for it and closed after it. */
    static int withSchools(ToIntFunction<Schools> work) {
        try (var context = new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties(Map.of("logging.level.root", "warn"))
                .run()) {
            return work.applyAsInt(context.getBean(Schools.class));
        }
    }

    /** As much of the program as the commands need; no @Configuration, lest the server's scan find it. */
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        FlywayAutoConfiguration.class
    })
    @EnableTransactionManagement
    @ComponentScan("signpost.api.database")
    @Import({
        Schools.class,
        SchoolScope.class,
        ScopedTransactions.class,
        Accounts.class,
        SetupLinks.class,
        SafeTokens.class,
        Ids.class,
        Basics.class,
        Audit.class
    })
    static final class Parts {}
}
