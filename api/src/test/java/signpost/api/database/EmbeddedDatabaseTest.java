package signpost.api.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

class EmbeddedDatabaseTest {

    private static final Path PROGRAMS = Path.of("target/programs");

    private final Path directory = Path.of("target/databases", UUID.randomUUID().toString());

    @AfterEach
    void leaveNothingRunning() throws IOException {
        open().close();
        FileSystemUtils.deleteRecursively(directory);
    }

    @Test
    void whatWasWrittenIsThereAfterARestart() {
        try (var first = open()) {
            owner(first).sql("create table kept as select 42 as answer").update();
        }
        try (var second = open()) {
            assertThat(answer(second)).isEqualTo(42);
        }
    }

    @Test
    void aKilledProgramLeavesADatabaseTheNextOneGoesOnWithAndStops() throws Exception {
        var other = new OpenedElsewhere(directory, PROGRAMS);
        other.kill();

        try (var next = open()) {
            assertThat(next.port()).isEqualTo(other.port());
            owner(next).sql("create table kept as select 42 as answer").update();
        }

        assertThat(directory.resolve("postgresql/postmaster.pid")).doesNotExist();
        try (var later = open()) {
            assertThat(answer(later)).isEqualTo(42);
        }
    }

    @Test
    void aSecondProgramJoinsInAndDoesNotStopIt() throws IOException {
        try (var server = open()) {
            try (var commandLine = new OpenedElsewhere(directory, PROGRAMS)) {
                assertThat(commandLine.port()).isEqualTo(server.port());
            }
            assertThat(owner(server).sql("select 1").query(Integer.class).single())
                    .isEqualTo(1);
        }
        assertThat(directory.resolve("postgresql/postmaster.pid")).doesNotExist();
    }

    @Test
    void theProgramThatStartedItMayLeaveFirst() throws IOException {
        var commandLine = new OpenedElsewhere(directory, PROGRAMS);
        try (var server = open()) {
            commandLine.close();
            assertThat(owner(server).sql("select 1").query(Integer.class).single())
                    .isEqualTo(1);
        }
    }

    @Test
    void aForeignProcessNamedByAStaleFileIsLeftAlone() throws Exception {
        open().close();
        var foreign = new ProcessBuilder("sleep", "600").start();
        try {
            var cluster = directory.toAbsolutePath().resolve("postgresql");
            Files.write(
                    cluster.resolve("postmaster.pid"),
                    List.of(Long.toString(foreign.pid()), cluster.toString(), "1700000000", "5432", "", "127.0.0.1"));

            try (var database = open()) {
                assertThat(owner(database).sql("select 1").query(Integer.class).single())
                        .isEqualTo(1);
            }

            assertThat(foreign.isAlive()).isTrue();
        } finally {
            foreign.destroyForcibly();
        }
    }

    @Test
    void itIsDurableAndReachableFromThisMachineOnlyWithAPassword() throws SQLException, IOException {
        try (var database = open();
                var connection = database.superuser("postgres")) {
            for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                assertThat(setting(connection, setting)).isEqualTo("on");
            }
            assertThat(setting(connection, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(setting(connection, "unix_socket_directories")).isEmpty();
            var hba = Files.readString(directory.resolve("postgresql/pg_hba.conf"));
            assertThat(hba.lines().filter(line -> !line.isBlank() && !line.startsWith("#")))
                    .isNotEmpty()
                    .allMatch(line -> line.endsWith("scram-sha-256"));
        }
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(directory.resolve("passwords.properties"))))
                .isEqualTo("rw-------");
    }

    @Test
    void dataWithoutItsPasswordsIsRefusedWithWhatToRestore() throws IOException {
        open().close();
        var file = directory.resolve("passwords.properties");
        var kept = Files.readAllBytes(file);
        Files.delete(file);

        assertThatThrownBy(this::open)
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("passwords.properties");

        Files.write(file, kept);
    }

    private EmbeddedDatabase open() {
        return EmbeddedDatabase.open(directory, PROGRAMS, 0);
    }

    private static int answer(EmbeddedDatabase database) {
        return owner(database)
                .sql("select answer from kept")
                .query(Integer.class)
                .single();
    }

    private static JdbcClient owner(EmbeddedDatabase database) {
        return JdbcClient.create(new DriverManagerDataSource(
                database.jdbcUrl(), Credentials.OWNER, database.credentials().passwordOf(Credentials.OWNER)));
    }

    private static String setting(java.sql.Connection connection, String name) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("show " + name)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
