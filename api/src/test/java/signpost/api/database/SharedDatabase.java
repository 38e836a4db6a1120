package signpost.api.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
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
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("shared database", properties()));
    }

    private static Map<String, Object> properties() {
        var properties = new HashMap<>(DatabaseChoice.properties(Holder.DATABASE));
        // What a job has not done when the tests end, nobody waits for.
        properties.put("db-scheduler.shutdown-max-wait", "1s");
        return properties;
    }

    /** The address of another database of the same server, with nothing in it. */
    public static String another(String name) {
        Holder.create(Holder.DATABASE, name);
        return Holder.DATABASE.jdbcUrl().replaceFirst("/signpost$", "/" + name);
    }

    /** A connection that row-level security and triggers do not bind: to put rows there, never to look at what the program did. */
    public static Connection superuser() throws SQLException {
        return Holder.DATABASE.superuser(EmbeddedDatabase.NAME);
    }

    private static final class Holder {

        /** Of its own for each JVM that runs tests beside another. */
        static final Path DIRECTORY = Path.of("target/database", System.getProperty("signpost.fork", "alone"));

        static final EmbeddedDatabase DATABASE = open();

        private static EmbeddedDatabase open() {
            var database = EmbeddedDatabase.open(DIRECTORY, Path.of("target/programs"), 0);
            create(database, EmbeddedDatabase.NAME);
            // After every program of this JVM: one that cannot reach its database any more waits half a minute for it.
            SpringApplication.getShutdownHandlers().add(database::close);
            return database;
        }

        static void create(EmbeddedDatabase database, String name) {
            try (var connection = database.superuser("postgres");
                    var statement = connection.createStatement()) {
                statement.execute("drop database if exists " + name + " with (force)");
                statement.execute("create database " + name + " owner " + Credentials.OWNER);
            } catch (SQLException failure) {
                throw new UncheckedIOException(new IOException(failure));
            }
        }
    }
}
