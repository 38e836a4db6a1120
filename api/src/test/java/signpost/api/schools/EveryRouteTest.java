package signpost.api.schools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestSchools;

/** Walks every route of the program as everybody, and holds what happens against the table of {@link Role}. */
@SignpostTest
class EveryRouteTest {

    /** Open to whoever has the link or nobody at all, or to everybody who signed in. */
    private static final Set<String> FOR_ANYBODY = Set.of("/first-administrator", "/set-password", "/error");

    private static final Set<String> FOR_EVERYBODY_SIGNED_IN = Set.of("/");

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]* (?:content|value)=\"([^\"]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    /** A way in: what is asked for, and the authorities that open it, as the code beside it says. */
    record Route(RequestMethod method, String path, Optional<String> rule) {

        boolean isApi() {
            return path.startsWith("/api/");
        }

        boolean opensTo(Predicate<String> authority) {
            return rule.map(text -> {
                        var context = new org.springframework.expression.spel.support.StandardEvaluationContext(
                                new Holder(authority));
                        return Boolean.TRUE.equals(
                                new SpelExpressionParser().parseExpression(text).getValue(context));
                    })
                    .orElse(true);
        }
    }

    /** What the rules ask. */
    public record Holder(Predicate<String> authority) {
        public boolean hasAuthority(String name) {
            return authority.test(name);
        }

        public boolean hasAnyAuthority(String... names) {
            return Stream.of(names).anyMatch(authority);
        }
    }

    @Test
    void everyRouteSaysWhoMayUseIt() {
        assertThat(routes()).hasSizeGreaterThan(30);
        assertThat(routes().filter(route -> route.rule().isEmpty()).map(Route::path))
                .allMatch(path -> FOR_ANYBODY.contains(path) || FOR_EVERYBODY_SIGNED_IN.contains(path));
    }

    @Test
    void everyRoleGetsInWhereTheTableSaysAndNowhereElse() throws Exception {
        var school = schools.school();
        for (var role : Role.values()) {
            var visitor = new Visitor(school.person(role));
            for (var route : pages().toList()) {
                int status = visitor.status(route);
                boolean may = route.opensTo(name ->
                        role.permissions().stream().anyMatch(held -> held.name().equals(name)));
                assertThat(status == 403).as(role + " " + route + ": " + status).isEqualTo(!may);
                assertThat(status).as(role + " " + route).isNotEqualTo(401).isLessThan(500);
            }
        }
    }

    @Test
    void whoeverSeesNoStudentsGetsToNoPageButTheirOwn() {
        assertThat(pages().filter(route -> route.opensTo(name -> Role.ADMINISTRATOR.permissions().stream()
                                .anyMatch(held -> held.name().equals(name))))
                        .map(Route::path))
                .allMatch(path -> Set.of("/", "/school").contains(path)
                        || path.startsWith("/administration")
                        || path.startsWith("/assignments") && !path.startsWith("/assignments/students"));
    }

    @Test
    void nobodyGetsInAnywhereWithoutSigningIn() throws Exception {
        var http = HttpClient.newHttpClient();
        for (var route :
                routes().filter(route -> !FOR_ANYBODY.contains(route.path())).toList()) {
            var answer = http.send(
                    HttpRequest.newBuilder(uri(route))
                            .method(route.method().name(), HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            var sentAway = answer.statusCode() == 302
                    && answer.headers().firstValue("Location").orElse("").endsWith("/sign-in");
            assertThat(sentAway || answer.statusCode() == (route.isApi() ? 401 : 403))
                    .as(route + ": " + answer.statusCode())
                    .isTrue();
        }
    }

    @Test
    void aTokenOpensWhatItsScopeSaysAndNothingElse() throws Exception {
        var school = schools.school();
        var http = HttpClient.newHttpClient();
        for (var scope : Scope.values()) {
            var token = school.token(scope);
            for (var route : routes().filter(Route::isApi).toList()) {
                var answer = http.send(
                        HttpRequest.newBuilder(uri(route))
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/json")
                                .method(route.method().name(), HttpRequest.BodyPublishers.ofString("{}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                boolean may = route.opensTo(scope.authority()::equals);
                if (!may) {
                    assertThat(answer.statusCode()).as(scope + " " + route).isIn(403, 415);
                } else {
                    assertThat(answer.statusCode()).as(scope + " " + route).isNotIn(401, 403);
                }
            }
        }
    }

    @Test
    void thePageSaysWhatTheCodeSays() throws Exception {
        var page = new Visitor(schools.school().person(Role.ADMINISTRATOR))
                .get("/administration/who-may-see-what")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ");
        for (var line : WhoMaySeeWhatPage.lines()) {
            var answers = String.join(
                    " ", line.may().stream().map(may -> may ? "yes" : "no").toList());
            assertThat(page.replace("&#39;", "'")).contains(line.what() + " " + answers);
        }
    }

    private Stream<Route> pages() {
        return routes().filter(route -> !route.isApi()).filter(route -> !FOR_ANYBODY.contains(route.path()));
    }

    private Stream<Route> routes() {
        List<Route> routes = new ArrayList<>();
        requestMappingHandlerMapping.getHandlerMethods().forEach((info, method) -> {
            if (method.getBeanType().getName().startsWith("signpost")) {
                routes.addAll(routes(info, method));
            }
        });
        return routes.stream();
    }

    private static List<Route> routes(RequestMappingInfo info, HandlerMethod method) {
        var rule = Optional.ofNullable(
                        AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), PreAuthorize.class))
                .or(() -> Optional.ofNullable(
                        AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), PreAuthorize.class)))
                .map(PreAuthorize::value);
        var methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .flatMap(path -> (methods.isEmpty() ? Set.of(RequestMethod.GET) : methods)
                        .stream().map(one -> new Route(one, path, rule)))
                .toList();
    }

    /** A part of an address that must look like something looks like a year; any other is an id of nothing. */
    private URI uri(Route route) {
        return URI.create("http://localhost:" + port
                + route.path()
                        .replaceAll("\\{\\w+:[^/]*\\}", "2026")
                        .replaceAll("\\{[^}]*\\}", UUID.randomUUID().toString()));
    }

    /** Somebody signed in. */
    private final class Visitor {

        private final HttpClient http =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        private String csrf;

        Visitor(TestSchools.Person person) throws IOException, InterruptedException {
            csrf = token(get("/sign-in"));
            post(
                    URI.create("http://localhost:" + port + "/sign-in"),
                    "username=" + person.username() + "&password="
                            + URLEncoder.encode(TestSchools.PASSWORD, StandardCharsets.UTF_8));
            csrf = token(get("/caseload") + get("/administration") + get("/rule-book"));
        }

        int status(Route route) throws IOException, InterruptedException {
            return route.method() == RequestMethod.GET
                    ? http.send(HttpRequest.newBuilder(uri(route)).build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    : post(uri(route), "");
        }

        String get(String path) throws IOException, InterruptedException {
            return http.send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }

        private int post(URI address, String form) throws IOException, InterruptedException {
            return http.send(
                            HttpRequest.newBuilder(address)
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(HttpRequest.BodyPublishers.ofString(
                                            form + "&_csrf=" + URLEncoder.encode(csrf, StandardCharsets.UTF_8)))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }

        private static String token(String page) {
            var found = CSRF.matcher(page);
            assertThat(found.find()).isTrue();
            return found.group(1);
        }
    }
}
