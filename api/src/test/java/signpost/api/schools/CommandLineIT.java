package signpost.api.schools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;
import signpost.api.Signpost;
import signpost.api.testing.Packaged;

/** The commands as an administrator types them, on an embedded database of their own. */
class CommandLineIT {

    private final Path directory = Path.of("target/databases", UUID.randomUUID().toString());

    @AfterEach
    void leaveNothing() throws IOException {
        FileSystemUtils.deleteRecursively(directory);
    }

    record Ended(int code, String out, String err) {}

    @Test
    void anAdministratorSetsUpASchoolWhetherTheServerRunsOrNot() throws Exception {
        assertThat(run("school", "add", "--name", "Harbour Lane", "--urn", "100001", "--laestab", "301/4001"))
                .returns(0, Ended::code);
        var token = here("token", "add", "--school", "100001", "--name", "MIS", "--scopes", "students:write,evaluate");
        assertThat(token.code()).isZero();
        assertThat(token.out()).containsPattern("(?m)^spt_[A-Za-z0-9_-]{43}$");

        try (var server = new SpringApplicationBuilder(Signpost.class)
                .properties("server.port=0")
                .run(
                        "--signpost.database.dir=" + directory,
                        "--signpost.database.programs=target/programs",
                        "--server.port=0")) {
            var staff = run(
                    "staff",
                    "add",
                    "--school",
                    "100001",
                    "--username",
                    "Anna",
                    "--name",
                    "Anna Adviser",
                    "--role",
                    "adviser,tutor",
                    "--server.port=9123");
            assertThat(staff.code()).isZero();
            assertThat(staff.out())
                    .containsPattern("(?m)^http://localhost:9123/set-password\\?key=[A-Za-z0-9_-]{43}$")
                    .contains("put that in place of http://localhost:9123");
            assertThat(server.getBean(MisTokens.class).find(secret(token))).isPresent();

            var listed = here("token", "list", "--school", "100001").out();
            assertThat(listed).contains("MIS", "evaluate,students:write").doesNotContain("spt_");
            assertThat(here("token", "revoke", "--school", "100001", "--id", listed.substring(0, 36)))
                    .returns(0, Ended::code);
            assertThat(server.getBean(MisTokens.class).find(secret(token))).isEmpty();

            var unknown =
                    run("staff", "add", "--school", "999999", "--username", "b", "--name", "B", "--role", "tutor");
            assertThat(unknown.code()).isEqualTo(1);
            assertThat(unknown.err()).contains("no school with URN 999999").doesNotContain("\tat ");
        }

        assertThat(here("staff", "list", "--school", "100001").out()).contains("  anna  Anna Adviser  adviser,tutor");
        assertThat(here("school", "add", "--name", "No number").code()).isEqualTo(2);
    }

    @Test
    void everyCommandSaysWhatMayBeWritten() {
        for (var command : List.of(
                "school add", "school list", "staff add", "staff list", "token add", "token list", "token revoke")) {
            var words = new ArrayList<>(List.of(command.split(" ", -1)));
            words.add("--help");
            var helped = here(words.toArray(String[]::new));
            assertThat(helped.code()).as(command).isZero();
            assertThat(helped.out()).contains("Usage:", command);
        }
        assertThat(directory).as("no database is opened for it").doesNotExist();
    }

    @Test
    void aUsernameWithASpaceInsideIsRefusedBeforeAnythingIsOpened() {
        var refused =
                here("staff", "add", "--school", "100001", "--username", "two words", "--name", "T", "--role", "tutor");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(directory).doesNotExist();
    }

    private static String secret(Ended token) {
        return token.out()
                .lines()
                .filter(line -> line.startsWith("spt_"))
                .findFirst()
                .orElseThrow();
    }

    /** The same commands in this process, which need no Java of their own to be tried. */
    private Ended here(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var root = new CommandLine(CommandLine.Model.CommandSpec.create());
        SchoolsCommandLine.addTo(
                root, "--signpost.database.dir=" + directory, "--signpost.database.programs=target/programs");
        root.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return new Ended(root.execute(arguments), out.toString(), err.toString());
    }

    private Ended run(String... arguments) throws Exception {
        var words = new ArrayList<>(List.of(arguments));
        words.add("--signpost.database.dir=" + directory);
        words.add("--signpost.database.programs=target/programs");
        var err = Path.of("target", "command-line-" + UUID.randomUUID() + ".err");
        var process = Packaged.program(words).redirectError(err.toFile()).start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        var errors = java.nio.file.Files.readString(err);
        java.nio.file.Files.delete(err);
        return new Ended(code, out, errors);
    }
}
