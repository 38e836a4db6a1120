package signpost.api.schools;

import java.util.Map;
import java.util.function.ToIntBiFunction;
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

    /**
     * Adds the commands to those of the program.
     *
     * @param settings of the program, such as {@code --signpost.database.dir=...}
     */
    public static void addTo(CommandLine program, String... settings) {
        Database database = new Database(settings);
        program.addSubcommand(new Commands.SchoolCommands(database));
        program.addSubcommand(new Commands.TrustCommands(database));
        program.addSubcommand(new Commands.StaffCommands(database));
        program.addSubcommand(new Commands.TokenCommands(database));
    }

    /** Why a command was refused or failed, for the person at the keyboard. */
    public static String reason(Exception failure) {
        return Commands.reason(failure);
    }

    /** The database that the settings name. */
    static final class Database {

        private final String[] settings;

        private Database(String... settings) {
            this.settings = settings.clone();
        }

        /** Gives work the schools of it, which is opened for it and closed after it. */
        int withSchools(ToIntFunction<Schools> work) {
            return with((schools, address) -> work.applyAsInt(schools));
        }

        /** The same, with the address at which the settings say Signpost is reached. */
        int with(ToIntBiFunction<Schools, String> work) {
            try (var context = new SpringApplicationBuilder(Parts.class)
                    .web(WebApplicationType.NONE)
                    .bannerMode(Banner.Mode.OFF)
                    .logStartupInfo(false)
                    .properties(Map.of("logging.level.root", "warn"))
                    .run(settings)) {
                var port = context.getEnvironment().getProperty("server.port", "8080");
                return work.applyAsInt(context.getBean(Schools.class), "http://localhost:" + port);
            }
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
