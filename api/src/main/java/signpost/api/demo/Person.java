package signpost.api.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody of the demonstration at the program's own pages, signed in: reads them, fills in their forms and sends them. */
final class Person {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]* (?:content|value)=\"([^\"]+)\"");
    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\"[^>]*>");
    private static final Pattern NAME = Pattern.compile(" name=\"([^\"]+)\"");
    private static final Pattern VALUE = Pattern.compile(" value=\"([^\"]*)\"");

    private final String address;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private Person(String address) {
        this.address = address;
    }

    static Person signedIn(String address, String username, String password) {
        Person person = new Person(address);
        person.send("/sign-in", Map.of("username", username, "password", password));
        return person;
    }

    /** The page as it stands. */
    String page(String path) {
        return exchange(HttpRequest.newBuilder(URI.create(address + path))).body();
    }

    /**
     * Opens a page and sends its form with these fields, and what it holds hidden, to the page's own address.
     *
     * @return where it led, or the page it answered with
     */
    String send(String path, Map<String, String> typed) {
        return send(path, page(path), typed);
    }

    /** Sends the form of a page that is open already. */
    String send(String to, String page, Map<String, String> typed) {
        Map<String, String> fields = new LinkedHashMap<>();
        found(HIDDEN, page)
                .forEach(one -> first(NAME, one.group())
                        .ifPresent(name ->
                                fields.put(name, first(VALUE, one.group()).orElse(""))));
        first(CSRF, page).ifPresent(token -> fields.put("_csrf", token));
        fields.putAll(typed);
        HttpResponse<String> answer = exchange(HttpRequest.newBuilder(URI.create(address + to))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields.entrySet().stream()
                        .map(field -> coded(field.getKey()) + "=" + coded(field.getValue()))
                        .collect(Collectors.joining("&")))));
        return answer.headers().firstValue("Location").orElseGet(answer::body);
    }

    /** What stands in the first brackets of the pattern, where it is found first. */
    static Optional<String> first(Pattern what, String page) {
        return found(what, page).stream().findFirst().map(one -> one.group(1));
    }

    static List<MatchResult> found(Pattern what, String page) {
        return what.matcher(page).results().toList();
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ended);
        }
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
