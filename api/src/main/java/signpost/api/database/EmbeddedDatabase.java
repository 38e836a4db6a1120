package signpost.api.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Signpost's own PostgreSQL in a directory of its own, with its two roles and its database. Whoever opens it first
 * starts it, whoever closes it last stops it; after a crash the next one finds it running and goes on with it.
 */
final class EmbeddedDatabase implements AutoCloseable {

    static final String NAME = "signpost";

    private final Path directory;
    private final PostgresServer server;
    private final Credentials credentials;
    private final Usage usage;
    private final int port;
    private boolean closed;

    private EmbeddedDatabase(Path directory, PostgresServer server, Credentials credentials, Usage usage, int port) {
        this.directory = directory;
        this.server = server;
        this.credentials = credentials;
        this.usage = usage;
        this.port = port;
    }

    /**
     * Opens the database of a directory, made when it is not there.
     *
     * @param directory what is kept: data, passwords, PostgreSQL's log
     * @param programs where PostgreSQL's programs are unpacked, shared by all databases of this account
     * @param port the port to listen on, or 0 for any free one
     * @throws DatabaseUnavailable when PostgreSQL does not start; the message is for the operator
     */
    static EmbeddedDatabase open(Path directory, Path programs, int port) {
        var place = directory.toAbsolutePath().normalize();
        Credentials.privateDirectory(place);
        synchronized (EmbeddedDatabase.class) {
            try (var channel = startLock(place);
                    var lock = channel.lock()) {
                var credentials = credentials(place);
                var server = new PostgresServer(place, credentials, () -> PostgresPrograms.unpackedBelow(programs));
                var running = server.ensureRunning(lock.isValid() ? port : 0);
                prepare(server, running, credentials);
                return new EmbeddedDatabase(place, server, credentials, Usage.begin(place), running);
            } catch (IOException | SQLException failure) {
                throw new DatabaseUnavailable(
                        "The embedded database in " + place + " cannot be opened: " + failure.getMessage(),
                        "Check that this account may write to " + place + ", and read postgresql.log there.",
                        failure);
            }
        }
    }

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME;
    }

    Credentials credentials() {
        return credentials;
    }

    int port() {
        return port;
    }

    /** A connection as PostgreSQL's superuser; for setting up only, never handed to the application. */
    Connection superuser(String database) throws SQLException {
        return server.connect(port, database);
    }

    @Override
    public void close() {
        synchronized (EmbeddedDatabase.class) {
            if (closed) {
                return;
            }
            closed = true;
            try (var channel = startLock(directory);
                    var lock = channel.lock();
                    usage) {
                if (lock.isValid() && usage.endsAsLast()) {
                    server.stop();
                }
            } catch (IOException failure) {
                throw new DatabaseUnavailable(
                        "The embedded database in " + directory + " could not be stopped.",
                        "Nothing is lost; the next start goes on with it.",
                        failure);
            }
        }
    }

    private static FileChannel startLock(Path place) throws IOException {
        return FileChannel.open(place.resolve("start.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static Credentials credentials(Path place) throws IOException {
        var file = place.resolve("passwords.properties");
        if (Files.exists(file)) {
            return Credentials.read(file);
        }
        if (Files.exists(place.resolve("postgresql"))) {
            throw new DatabaseUnavailable(
                    "The data in " + place + " is there, but its password file " + file + " is not.",
                    "Restore " + file + " from the backup of that directory.");
        }
        return Credentials.create(file);
    }

    /** Makes the roles and the database unless they are there: the first start may have been cut short anywhere. */
    private static void prepare(PostgresServer server, int port, Credentials credentials) throws SQLException {
        try (var connection = server.connect(port, "postgres");
                var statement = connection.createStatement()) {
            createRole(statement, Credentials.OWNER, credentials);
            createRole(statement, Credentials.APP, credentials);
            if (isMissing(statement, "select 1 from pg_database where datname = '" + NAME + "'")) {
                statement.execute("create database " + NAME + " owner " + Credentials.OWNER);
            }
        }
    }

    private static void createRole(Statement statement, String role, Credentials credentials) throws SQLException {
        if (isMissing(statement, "select 1 from pg_roles where rolname = '" + role + "'")) {
            statement.execute("create role " + role + " login password '" + credentials.passwordOf(role) + "'");
        }
    }

    private static boolean isMissing(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }
}
