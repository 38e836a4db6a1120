package signpost.api.schools;

import java.util.Map;
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

    /** Adds the commands to those of the program. */
    public static void addTo(CommandLine program) {
        program.addSubcommand(new Commands.SchoolCommands());
        program.addSubcommand(new Commands.StaffCommands());
        program.addSubcommand(new Commands.TokenCommands());
    }

    /** Why a command was refused or failed, for the person at the keyboard. */
    public static String reason(Exception failure) {
        return Commands.reason(failure);
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
