package signpost.api.builder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import signpost.api.testing.TestSchools;

/** Somebody signed in who sends forms, as a browser without scripts sends them. */
final class Picking {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]* (?:content|value)=\"([^\"]+)\"");

    /** What came back. */
    record Page(int status, String location, String html) {

        /** All that it says, each white space one space. */
        String words() {
            return html.replaceAll("(?s)<(script|style).*?</\\1>", " ")
                    .replaceAll("<[^>]*>", " ")
                    .replace("&quot;", "\"")
                    .replace("&#39;", "'")
                    .replace("&amp;", "&")
                    .replaceAll("\\s+", " ");
        }
    }

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String root;
    private String csrf = "";

    Picking(int port, TestSchools.Person person) {
        root = "http://localhost:" + port;
        csrf = token(get("/sign-in").html());
        post("/sign-in", "username", person.username(), "password", TestSchools.PASSWORD);
        csrf = token(get("/rule-book").html());
    }

    Page get(String path, String... query) {
        return send(HttpRequest.newBuilder(URI.create(root + path + (query.length == 0 ? "" : "?" + form(query))))
                .build());
    }

    Page post(String path, String... fields) {
        return send(HttpRequest.newBuilder(URI.create(root + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(fields) + "&_csrf=" + encoded(csrf)))
                .build());
    }

    private Page send(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Page(
                    answer.statusCode(), answer.headers().firstValue("Location").orElse(""), answer.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static String form(String... fields) {
        StringBuilder form = new StringBuilder();
        for (int at = 0; at < fields.length; at += 2) {
            form.append(at == 0 ? "" : "&")
                    .append(encoded(fields[at]))
                    .append('=')
                    .append(encoded(fields[at + 1]));
        }
        return form.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String token(String page) {
        Matcher found = CSRF.matcher(page);
        assertThat(found.find()).as("a form on the page").isTrue();
        return found.group(1);
    }
}
