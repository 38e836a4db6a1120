package signpost.api.schools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestSchools;

@SignpostTest
class WhoGetsInTest {

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    Schools setUp;

    @Test
    void noTokenAForeignOneAndARevokedOneAreAnsweredAlike() throws Exception {
        var school = schools.school();
        var revoked = setUp.issueToken(school.id(), "old", java.util.Set.of(Scope.EVALUATE), null);
        setUp.revokeToken(school.id(), revoked.id());

        var none = get("/api/v1/anything", null);
        var foreign = get("/api/v1/anything", "spt_not-a-token-of-ours");
        var ended = get("/api/v1/anything", revoked.secret());

        assertThat(none.statusCode()).isEqualTo(401);
        assertThat(none.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(none.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(none.body()).contains("/problems/unauthorised");
        assertThat(foreign.statusCode()).isEqualTo(401);
        assertThat(foreign.body()).isEqualTo(none.body());
        assertThat(ended.body()).isEqualTo(none.body());
    }

    @Test
    void anExpiredTokenIsNoToken() throws Exception {
        var school = schools.school();
        var expired = setUp.issueToken(
                school.id(),
                "past",
                java.util.Set.of(Scope.EVALUATE),
                java.time.OffsetDateTime.now().minusDays(1));
        assertThat(get("/api/v1/anything", expired.secret()).statusCode()).isEqualTo(401);
    }

    @Test
    void anUnknownPathIsAProblemDocument() throws Exception {
        var answer = get("/api/v1/anything", schools.school().token());
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("/problems/not-found").doesNotContain("Exception");
    }

    @Test
    void aFormWithoutItsTokenIsRefused() throws Exception {
        var request = HttpRequest.newBuilder(uri("/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("username=a&password=b"))
                .build();
        assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void pagesAreStrictAboutWhatABrowserMayDo() throws Exception {
        var answer = get("/sign-in", null);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).contains("HttpOnly", "SameSite=Lax");
        assertThat(answer.body()).doesNotContain("http://", "https://");
    }

    @Test
    void filesAreKeptByTheBrowserAndBeginNoSession() throws Exception {
        var page = get("/sign-in", null).body();
        var sheet = java.util.regex.Pattern.compile("href=\"(/webjars/[^\"]+\\.css)\"")
                .matcher(page);
        assertThat(sheet.find()).isTrue();
        var answer = get(sheet.group(1), null);
        assertThat(sheet.group(1)).contains("5.14");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("max-age=31536000");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(get("/assets/images/favicon.svg", null).statusCode()).isEqualTo(200);
    }

    @Test
    void healthSaysOnlyWhetherItLives() throws Exception {
        assertThat(get("/actuator/health", null).body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(get("/actuator/env", null).statusCode()).isNotEqualTo(200);
    }

    private HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri(path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
