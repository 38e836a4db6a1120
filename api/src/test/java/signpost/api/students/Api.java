package signpost.api.students;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP API as an MIS uses it. */
public final class Api {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String root;
    private final String token;

    public Api(int port, String token) {
        this.root = "http://localhost:" + port;
        this.token = token;
    }

    /** An answer. */
    public record Answer(int status, String location, String body) {
        public JsonNode json() {
            return JSON.readTree(body);
        }

        /** The fields that a refusal names. */
        public List<String> fields() {
            List<String> fields = new ArrayList<>();
            json().path("errors")
                    .forEach(error -> fields.add(error.path("field").asString()));
            return fields;
        }
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer put(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
    }

    public Answer post(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    public Answer postCsv(String path, byte[] csv) {
        return send(request(path).header("Content-Type", "text/csv").POST(BodyPublishers.ofByteArray(csv)));
    }

    public Answer postForm(String path, byte[] csv) {
        String head = "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\n";
        String tail = "\r\n--cut--\r\n";
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=cut")
                .POST(BodyPublishers.ofByteArrays(
                        List.of(head.getBytes(StandardCharsets.UTF_8), csv, tail.getBytes(StandardCharsets.UTF_8)))));
    }

    /** Sends a file and waits until its rows are judged. */
    public JsonNode imported(String query, byte[] csv) {
        Answer sent = postCsv("/api/v1/imports" + query, csv);
        if (sent.status() != 202) {
            throw new AssertionError(sent.toString());
        }
        return finished(sent.location());
    }

    public JsonNode finished(String location) {
        return Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(60))
                .until(
                        () -> get(location).json(),
                        json -> Pattern.matches(
                                "done|failed", json.path("state").asString()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(root + path)).header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(), answer.headers().firstValue("Location").orElse(""), answer.body());
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }
}
