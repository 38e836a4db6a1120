package signpost.api.database;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** A PostgreSQL server process and its data directory: made, started, found again, stopped. */
final class PostgresServer {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** PostgreSQL cannot be asked yet: it is starting, recovering or stopping. */
    private static final List<String> NOT_YET = List.of("57P03", "08001", "08006", "08004");

    private final Path cluster;
    private final Path logs;
    private final Credentials credentials;
    private final ProgramSource source;
    private @Nullable PostgresPrograms programs;

    /** Unpacking takes a moment, so the programs are fetched only when one has to run. */
    interface ProgramSource {
        PostgresPrograms get() throws IOException;
    }

    PostgresServer(Path directory, Credentials credentials, ProgramSource programs) {
        this.cluster = directory.resolve("postgresql");
        this.logs = directory;
        this.credentials = credentials;
        this.source = programs;
    }

    /** Finds the running server of the data directory, or starts it; returns its port. */
    int ensureRunning(int wantedPort) throws IOException {
        if (!Files.exists(cluster)) {
            initialise();
        }
        var left = PostmasterFile.read(cluster);
        if (left.isPresent()) {
            if (left.get().mayBeServerOf(cluster)) {
                awaitOurs(left.get());
                return left.get().port();
            }
            if (left.get().isAlive()) {
                // The number of a server that is gone now belongs to a foreign program: PostgreSQL would refuse to
                // start beside it, and stopping "it" would end that program.
                Files.deleteIfExists(PostmasterFile.file(cluster));
            }
        }
        int port = wantedPort == 0 ? freePort() : wantedPort;
        run(
                "pg_ctl",
                "-D",
                cluster.toString(),
                "-l",
                log("postgresql.log"),
                "-w",
                "-t",
                "60",
                "-o",
                "-p " + port,
                "start");
        return port;
    }

    void stop() throws IOException {
        var running = PostmasterFile.read(cluster);
        if (running.isPresent() && running.get().mayBeServerOf(cluster)) {
            run("pg_ctl", "-D", cluster.toString(), "-m", "fast", "-w", "-t", "60", "stop");
        }
    }

    Connection connect(int port, String database) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", Credentials.SUPERUSER);
        properties.setProperty("password", credentials.passwordOf(Credentials.SUPERUSER));
        properties.setProperty("loginTimeout", "10");
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, properties);
    }

    /**
     * Makes the data directory beside its place and moves it there whole. Durability (fsync, synchronous_commit,
     * full_page_writes) is PostgreSQL's default and stays on; nothing but this machine reaches the server, and nobody
     * without a password.
     */
    private void initialise() throws IOException {
        var part = cluster.resolveSibling("postgresql.part");
        deleteTree(part);
        var password = Files.createTempFile(logs, "superuser", ".password");
        try {
            Files.writeString(password, credentials.passwordOf(Credentials.SUPERUSER));
            run(
                    "initdb",
                    "-D",
                    part.toString(),
                    "-U",
                    Credentials.SUPERUSER,
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C",
                    "--set=listen_addresses=127.0.0.1",
                    "--set=unix_socket_directories=",
                    "--set=max_connections=60",
                    "--set=timezone=UTC",
                    "--set=log_timezone=UTC");
        } finally {
            Files.deleteIfExists(password);
        }
        Files.move(part, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The password makes sure of it: no other server knows it, and ours tells which directory it serves. */
    private void awaitOurs(PostmasterFile file) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (var connection = connect(file.port(), "postgres");
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery("select current_setting('data_directory')")) {
                if (rows.next() && Files.isSameFile(Path.of(rows.getString(1)), cluster)) {
                    return;
                }
                throw foreign(file, null);
            } catch (SQLException | IOException failure) {
                var state = failure instanceof SQLException sql ? String.valueOf(sql.getSQLState()) : "";
                if (!NOT_YET.contains(state) || System.nanoTime() > deadline || !file.isAlive()) {
                    throw foreign(file, failure);
                }
            }
            pause();
        }
    }

    private DatabaseUnavailable foreign(PostmasterFile file, @Nullable Exception cause) {
        return new DatabaseUnavailable(
                "Process " + file.pid() + " seems to be the PostgreSQL of " + cluster
                        + ", but it does not answer on port " + file.port() + " to the password kept with it.",
                "Stop process " + file.pid() + " if it is a PostgreSQL left over, then start Signpost again.",
                cause == null ? new IllegalStateException("another data directory answered") : cause);
    }

    private void run(String program, String... arguments) throws IOException {
        var output = Path.of(log(program + ".log"));
        // To a file, not a pipe: the server inherits the output and would hold a pipe open for ever.
        var process = new ProcessBuilder(programs().command(program, arguments))
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(devNull()))
                .redirectOutput(output.toFile())
                .start();
        try {
            if (process.waitFor() != 0) {
                throw refused(program, Files.readString(output));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for " + program, interrupted);
        }
    }

    private PostgresPrograms programs() throws IOException {
        var unpacked = programs;
        if (unpacked == null) {
            unpacked = source.get();
            programs = unpacked;
        }
        return unpacked;
    }

    private DatabaseUnavailable refused(String program, String output) {
        var action = output.contains("root")
                ? "Start Signpost as an ordinary user: PostgreSQL does not run as root,"
                        + " and this system offers no user namespaces to run it in."
                : "Read " + log("postgresql.log") + ", or give Signpost another database with spring.datasource.url.";
        return new DatabaseUnavailable(
                "PostgreSQL's " + program + " did not succeed in " + logs + ":\n" + output.strip(), action);
    }

    private String log(String name) {
        return logs.resolve(name).toString();
    }

    private static File devNull() {
        return new File(System.getProperty("os.name", "").startsWith("Windows") ? "NUL" : "/dev/null");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.getLocalPort();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for PostgreSQL", interrupted);
        }
    }

    private static void deleteTree(Path root) throws IOException {
        FileSystemUtils.deleteRecursively(root);
    }
}
