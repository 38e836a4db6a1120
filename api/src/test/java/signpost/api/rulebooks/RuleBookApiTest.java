package signpost.api.rulebooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import signpost.api.publishing.TestBooks;
import signpost.api.schools.Scope;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestSchools;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The MIS sees the book its school judges by. */
@SignpostTest
class RuleBookApiTest {

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    TestBooks books;

    @Autowired
    JsonMapper json;

    @Test
    void itShowsTheRulesOfItsOwnSchool() throws IOException, InterruptedException {
        var school = schools.school();
        books.publish(school, Map.of("topics/own.txt", """
                Rule: Third year of sixth form
                  Why: Few courses are meant to last so long.
                  When
                    the student is in year 14
                  Then
                    recommend PGI-01 within 2 weeks
                  Because
                    the student is in year {year group}
                """));

        JsonNode rule = named(get(school.token(Scope.RULES_READ)), "Third year of sixth form");

        assertThat(rule.get("why").asString()).isEqualTo("Few courses are meant to last so long.");
        assertThat(rule.get("when").get(0).get("words").asString()).isEqualTo("the student is in year 14");
        assertThat(rule.get("then").get(0).asString()).contains("(PGI-01)").contains("within 2 weeks");
        assertThat(get(schools.school().token(Scope.RULES_READ)).toString()).doesNotContain("Third year of sixth form");
    }

    private static JsonNode named(JsonNode book, String name) {
        for (JsonNode rule : book.get("rules")) {
            if (rule.get("name").asString().equals(name)) {
                return rule;
            }
        }
        throw new AssertionError("no rule " + name);
    }

    private JsonNode get(String token) throws IOException, InterruptedException {
        return json.readTree(HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/rule-book"))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body());
    }
}
