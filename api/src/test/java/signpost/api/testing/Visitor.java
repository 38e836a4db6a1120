package signpost.api.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody signed in, without a browser: follows the answer to a form to where it leads. */
public final class Visitor {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]* (?:content|value)=\"([^\"]+)\"");
    private static final String BOUNDARY = "between-the-parts-" + UUID.randomUUID();

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String site;
    private String csrf = "";

    public Visitor(int port, TestSchools.Person person) {
        site = "http://localhost:" + port;
        csrf = token(get("/sign-in").text());
        post("/sign-in", Map.of("username", person.username(), "password", TestSchools.PASSWORD));
        csrf = token(get("/rule-book").text());
    }

    /** What came back, from where. */
    public record Answer(int status, String path, byte[] body) {
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** What a person reads. */
        public String words() {
            return text().replaceAll("(?s)<(script|style).*?</\\1>", " ")
                    .replaceAll("<[^>]*>", " ")
                    .replace("&quot;", "\"")
                    .replace("&#39;", "'")
                    .replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&amp;", "&")
                    .replaceAll("\\s+", " ");
        }
    }

    public Answer get(String path) {
        return send(HttpRequest.newBuilder(URI.create(site + path)).build());
    }

    public Answer post(String path, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(site + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body + "&_csrf=" + encoded(csrf)))
                .build());
    }

    /** Sends files as a form does. */
    public Answer upload(String path, Map<String, String> form, Map<String, byte[]> files) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        form.forEach((name, value) -> part(body, "name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8)));
        part(body, "name=\"_csrf\"", csrf.getBytes(StandardCharsets.UTF_8));
        files.forEach((name, content) ->
                part(body, "name=\"file\"; filename=\"" + name.replaceAll("[\"\\r\\n]", "'") + "\"", content));
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create(site + path))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    private static void part(ByteArrayOutputStream body, String head, byte[] content) {
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + head + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), answer.uri().getPath(), answer.body());
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String token(String page) {
        var found = CSRF.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
