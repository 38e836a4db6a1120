package signpost.api.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.MapPropertySource;

/**
 * Gives every test of this JVM one embedded PostgreSQL, whose database is made anew for each run. Comes before the program
 * chooses one, which would otherwise open the real one of whoever runs the tests.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class SharedDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("shared database", DatabaseChoice.properties(Holder.DATABASE)));
    }

    private static final class Holder {

        /** Of its own for each JVM that runs tests beside another. */
        static final Path DIRECTORY = Path.of("target/database", System.getProperty("signpost.fork", "alone"));

        static final EmbeddedDatabase DATABASE = open();

        private static EmbeddedDatabase open() {
            var database = EmbeddedDatabase.open(DIRECTORY, Path.of("target/programs"), 0);
            try (var connection = database.superuser("postgres");
                    var statement = connection.createStatement()) {
                statement.execute("drop database if exists signpost with (force)");
                statement.execute("create database signpost owner " + Credentials.OWNER);
            } catch (SQLException failure) {
                throw new UncheckedIOException(new IOException(failure));
            }
            Runtime.getRuntime().addShutdownHook(new Thread(database::close));
            return database;
        }
    }
}
