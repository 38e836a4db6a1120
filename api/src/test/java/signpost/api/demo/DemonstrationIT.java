package signpost.api.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demonstration as a newcomer meets it: started, used, killed, started again. */
class DemonstrationIT {

    private static final Path DATA = Path.of("target", "demonstration", "data");

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void aDecisionSurvivesTheProgramBeingKilledRightAfterItsAnswer() throws Exception {
        deleteData();
        StartedProgram first =
                StartedProgram.start(DATA, "--spring.profiles.active=demo").ready();
        assertThat(first.printed())
                .contains("adviser.thornbeck", "tutor.larkrigg", "head.thornbeck", DemonstrationAccounts.PASSWORD);
        JsonNode suggested = suggested(first);
        String path = "/api/v1/recommendations/" + suggested.get("id").asString() + "/feedback";

        int answered = post(first, path, "{\"outcome\":\"accepted\",\"decidedBy\":\"the adviser on duty\"}");
        first.kill();

        assertThat(answered).isEqualTo(201);
        try (StartedProgram second =
                StartedProgram.start(DATA, "--spring.profiles.active=demo").ready()) {
            assertThat(second.token()).isEqualTo(first.token());
            JsonNode kept = get(second, path);
            assertThat(kept).hasSize(1);
            assertThat(kept.get(0).get("decidedBy").asString()).isEqualTo("the adviser on duty");
            aTermIsUnderWay(second);
        }
        refusedWithoutItsProfile();
    }

    /** Begun by the start that was killed, gone on with by the next, and nothing of it twice. */
    private static void aTermIsUnderWay(StartedProgram program) {
        Person head = Person.signedIn(program.address(), "head.thornbeck", DemonstrationAccounts.PASSWORD);
        await().atMost(Duration.ofMinutes(2)).until(() -> head.page("/capacity").contains("of 60 hours"));
        assertThat(Person.found(Pattern.compile("/sessions/[0-9a-f-]{36}\""), head.page("/sessions")))
                .hasSize(2);
        assertThat(head.page("/terms/compare")).contains("(so far)").containsPattern("(?s)<tr.*<tr.*<tr");
        assertThat(head.page("/assignments")).contains("Sixth form careers adviser, Thornbeck");
        assertThat(head.page("/home/actions")).containsOnlyOnce("Finish the college application and send it");
        assertThat(head.page("/evidence")).contains("Overridden: right idea but the wrong moment");
        assertThat(head.page("/not-attended")).contains("Did not attend twice");
    }

    /** No account and no student of the demonstration appears without the profile, on any database. */
    private void refusedWithoutItsProfile() throws Exception {
        try (StartedProgram plain = StartedProgram.start(DATA)) {
            assertThat(plain.waitForEnd()).isNotZero();
            assertThat(plain.printed())
                    .contains("This database holds the demonstration")
                    .contains("another database for real use")
                    .doesNotContain("\tat ");
        }
    }

    private JsonNode suggested(StartedProgram program) throws Exception {
        JsonNode page = get(program, "/api/v1/recommendations?state=suggested&limit=200");
        assertThat(page.get("recommendations")).hasSize(200);
        return page.get("recommendations").get(0);
    }

    private JsonNode get(StartedProgram program, String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(program.address() + path))
                .header("Authorization", "Bearer " + program.token());
        return json.readTree(
                http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body());
    }

    private int post(StartedProgram program, String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(program.address() + path))
                .header("Authorization", "Bearer " + program.token())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static void deleteData() throws IOException {
        if (Files.exists(DATA)) {
            try (var files = Files.walk(DATA)) {
                List<Path> deepestFirst =
                        files.sorted(Comparator.reverseOrder()).toList();
                for (Path file : deepestFirst) {
                    Files.delete(file);
                }
            }
        }
    }
}
