package signpost.api.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import signpost.api.schools.Role;
import signpost.api.students.Api;
import signpost.api.testing.Browser;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestSchools;
import tools.jackson.databind.json.JsonMapper;

/** What nobody honest sends, and what a mistyped word must not do. */
@SignpostTest
@ExtendWith(OutputCaptureExtension.class)
class HostileRequestsTest {

    private final HttpClient http = HttpClient.newHttpClient();

    @RegisterExtension
    static final Browser browser = Browser.open();

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    private String token;
    private Api mis;

    @BeforeEach
    void anMis() {
        token = schools.school().token();
        mis = new Api(port, token);
    }

    @Test
    void theDescriptionOfTheApiIsServedAndNamesEveryPath() throws Exception {
        var answer = get("/v3/api-docs", "");
        assertThat(answer.statusCode()).isEqualTo(200);
        var described = JsonMapper.shared().readTree(answer.body());
        assertThat(described.path("paths").propertyNames())
                .contains(
                        "/api/v1/imports",
                        "/api/v1/imports/{id}",
                        "/api/v1/imports/{id}/refused.csv",
                        "/api/v1/students/{studentId}",
                        "/api/v1/interviews",
                        "/api/v1/students/{studentId}/recommendations",
                        "/api/v1/recommendations",
                        "/api/v1/recommendations/{id}/feedback",
                        "/api/v1/recommendations/{id}/deliveries",
                        "/api/v1/evaluate",
                        "/api/v1/interventions",
                        "/api/v1/override-reasons");
        assertThat(described.at("/components/securitySchemes/token/scheme").asString())
                .isEqualTo("bearer");
    }

    @Test
    void aCookieThatCanBeNoSessionIsNoSession() throws Exception {
        for (String cookie :
                new String[] {"SESSION=AAAA", "SESSION=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}) {
            assertThat(get("/sign-in", cookie).statusCode()).isEqualTo(200);
            assertThat(get("/actuator/health", cookie).statusCode()).isEqualTo(200);
            var api = get("/api/v1/interventions", cookie);
            assertThat(api.statusCode()).isEqualTo(401);
            assertThat(api.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
    }

    @Test
    void whatStandsInAnAddressIsNotLogged(CapturedOutput output) {
        var page = browser.signedIn(port, schools.school().person(Role.ADVISER));
        page.navigate("http://localhost:" + port + "/students/Chloe%20Unheard");
        assertThat(page.title()).contains("Signpost");
        assertThat(output.getAll()).doesNotContain("Unheard");
    }

    @Test
    void aBlankIdIsNobodysAndDotsAreNoId() {
        String student = "{\"surname\":\"Marsh\",\"forename\":\"Robin\"}";
        assertThat(mis.put("/api/v1/students/%20", student).fields()).containsExactly("studentId");
        assertThat(mis.put("/api/v1/students/%20S9%20", student)
                        .json()
                        .path("studentId")
                        .asString())
                .isEqualTo("S9");
        var dots = mis.imported("", "student_id,surname,forename\n..,Marsh,Robin\n".getBytes(StandardCharsets.UTF_8));
        assertThat(dots.at("/report/refused").asInt()).isOne();
    }

    @Test
    void whatNeverReachesTheApiIsAnsweredAsAProblemToo() throws Exception {
        for (String path :
                new String[] {"/api", "/api/v1//interventions", "/api/v1/students/a;x=1", "/api/v1/no%25b"}) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path).isBetween(400, 499);
            assertThat(answer.headers().firstValue("Content-Type")).as(path).hasValue("application/problem+json");
            assertThat(answer.body()).contains("\"type\":\"/problems/", "\"detail\"");
        }
    }

    @Test
    void aBrokenAddressIsRefusedAndNeitherLoggedNorRepeated(CapturedOutput output) throws Exception {
        for (String path : new String[] {
            "/sign-in?x=Ren%E9e+Unheard",
            "/set-password?x=%FF&y=Unheard",
            "/sign-in?q=Unheard%C3",
            "/Unheard/%00",
            "/..;/Unheard",
            "/;x=Unheard",
            "/students/Ren%E9e-Unheard"
        }) {
            String answer = raw(path, "");
            assertThat(answer)
                    .as(path)
                    .startsWith("HTTP/1.1 400")
                    .contains("Content-Security-Policy", "This did not work")
                    .doesNotContain("Unheard", "Tomcat", "Exception", "timestamp");
        }
        for (String path : new String[] {"/api/v1/students/Ren%E9e/recommendations", "/api/v1/students?x=%FF"}) {
            assertThat(raw(path, "Authorization: Bearer " + token + "\r\n"))
                    .as(path)
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json", "\"type\":\"/problems/", "Content-Security-Policy")
                    .doesNotContain("Tomcat");
        }
        assertThat(output.getAll()).doesNotContain("Unheard", "InvalidParameterException");
    }

    @Test
    void theAddressOfErrorsIsNobodysPage() throws Exception {
        assertThat(get("/error", "").statusCode()).isEqualTo(404);
    }

    /** As it is written, which no client that checks addresses would send. */
    private String raw(String path, String headers) throws Exception {
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void controlCharactersAreRefusedInWords() {
        var interview = mis.post(
                "/api/v1/interviews", "{\"studentId\":\"\\u0000\",\"date\":\"2026-11-20\",\"kind\":\"tutor\"}");
        assertThat(interview.status()).isEqualTo(422);
    }

    @Test
    void whatIsSaidTwiceOrMistypedIsNotTaken() {
        assertThat(mis.put("/api/v1/students/S1", "{\"surname\":\"A\",\"surname\":\"B\",\"forename\":\"C\"}")
                        .status())
                .isEqualTo(400);
        assertThat(mis.post("/api/v1/evaluate", "{\"facts\":{},\"no\":1}").fields())
                .containsExactly("no");
        byte[] csv = "student_id,surname,forename\nS2,Marsh,Robin\n".getBytes(StandardCharsets.UTF_8);
        assertThat(mis.postCsv("/api/v1/imports?dryrun=true", csv).fields()).containsExactly("dryrun");
        assertThat(mis.postCsv("/api/v1/imports?dryRun=", csv).fields()).containsExactly("dryRun");
        assertThat(mis.get("/api/v1/students/S2/recommendations").status()).isEqualTo(404);
    }

    @Test
    void mendedRowsComeBackAsTheyWereFirstSent() {
        var refused = mis.imported(
                "", "student_id,surname,forename,nc_year\nS3,-Marsh,Robin,99\n".getBytes(StandardCharsets.UTF_8));
        String back = mis.get(refused.path("refusedRows").asString()).body();
        assertThat(back).contains("'-Marsh");
        var taken = mis.imported("", back.replace(",99,", ",10,").getBytes(StandardCharsets.UTF_8));
        assertThat(taken.at("/report/accepted").asInt()).isOne();
        var again = mis.imported(
                "", "student_id,surname,forename,nc_year\nS3,-Marsh,Robin,10\n".getBytes(StandardCharsets.UTF_8));
        assertThat(again.at("/report/unchangedRecords").asInt()).isOne();
    }

    private HttpResponse<String> get(String path, String cookie) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
