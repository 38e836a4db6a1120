package signpost.api.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import signpost.api.database.InsideDatabase;
import signpost.api.schools.SchoolOnDisk;
import signpost.api.students.Api;
import signpost.api.testing.TestSchools;

/**
 * The program killed while it works, at a moment nobody chose, and by turns its database with it: an import while it is
 * taken in and its students are evaluated, a decision on twenty at once, and the run of a term.
 */
class CrashIT {

    /** Fewer where there are fifty imports, so that the last runs of the term are not much longer than the first. */
    private static final int NEWCOMERS = Boolean.getBoolean("signpost.thorough") ? 60 : 120;

    /** Long enough for a busy machine; whoever is stuck stays stuck. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final String RECOMMENDATIONS = "select count(*) || ' ' || sum(version) from recommendations";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]* (?:content|value)=\"([^\"]+)\"");
    private static final Pattern TICKS = Pattern.compile("name=\"student\"[^>]* value=\"([^\"]+)\"");

    private final Path data = Path.of("target/crash", System.getProperty("signpost.fork", "alone"));
    private final InsideDatabase inside = new InsideDatabase(data);
    private final Random random = new Random(20261122);
    private final HttpClient person =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private String token;
    private StartedProgram program;
    private int factsOfOne;
    private int suggestedForOne;

    @BeforeEach
    void aSchoolThatRuns() throws Exception {
        FileSystemUtils.deleteRecursively(data);
        var school = SchoolOnDisk.in(data);
        token = school.token();
        start();
        signIn(school.username());
        imported(api().postCsv("/api/v1/imports", newcomers(0)).location(), 0);
        factsOfOne = number("select count(*) from observations") / NEWCOMERS;
        suggestedForOne = number("select count(*) from recommendations") / NEWCOMERS;
        assertThat(Math.min(factsOfOne, suggestedForOne)).isPositive();
    }

    @AfterEach
    void leaveNothing() throws Exception {
        program.close();
        FileSystemUtils.deleteRecursively(data);
    }

    @Test
    void whatWasSentIsThereOnceAfterTheProgramIsKilled() throws Exception {
        survives(3);
    }

    @Test
    @Tag("thorough")
    void whatWasSentIsThereOnceHoweverOftenTheProgramIsKilled() throws Exception {
        survives(150);
    }

    /** An import, a decision on twenty and a run of the term by turns; every other time the database dies too. */
    private void survives(int kills) throws Exception {
        for (int kill = 1; kill <= kills; kill++) {
            switch (kill % 3) {
                case 1 -> importIsCutShort(kill);
                case 2 -> decisionIsCutShort(kill);
                default -> runIsCutShort(kill);
            }
        }
    }

    private void importIsCutShort(int kill) throws Exception {
        var sent = api().postCsv("/api/v1/imports", newcomers(kill));
        assertThat(sent.status()).isEqualTo(202);
        // By turns while the rows are taken in and while their students are evaluated.
        if (kill % 2 == 0) {
            api().finished(sent.location());
        }
        killAfter(random.nextInt(kill % 2 == 0 ? 400 : 1500), kill);
        imported(sent.location(), kill);
    }

    private void decisionIsCutShort(int kill) throws Exception {
        String intervention = inside.ask("select intervention from recommendations where state = 'SUGGESTED'"
                + " group by 1 order by count(*) desc, 1 limit 1");
        String page = get("/caseload/alike?intervention=" + intervention);
        List<String> ticked = new ArrayList<>();
        var ticks = TICKS.matcher(page);
        while (ticks.find()) {
            ticked.add(ticks.group(1));
        }
        assertThat(ticked).hasSize(20);
        int before = number("select count(*) from decisions");
        CompletableFuture<Integer> answer = post(
                        "/caseload/alike",
                        "intervention=" + intervention + "&outcome=accepted&student="
                                + String.join("&student=", ticked),
                        page)
                .handle((got, failure) -> got == null ? 0 : got.statusCode());
        // By turns while it is being written, and the moment it is confirmed.
        if (kill % 2 == 0) {
            answer.get(60, TimeUnit.SECONDS);
        }
        killAfter(kill % 2 == 0 ? 0 : random.nextInt(300), kill);

        int made = number("select count(*) from decisions") - before;
        assertThat(made).as("all of them or none").isIn(0, 20);
        if (answer.get(30, TimeUnit.SECONDS) == 303) {
            assertThat(made).as("none that was confirmed is lost").isEqualTo(20);
        }
        assertThat(number("select count(*) - count(distinct recommendation) from decisions"))
                .as("none is doubled")
                .isZero();
        assertThat(number("select count(*) from recommendations where state = 'ACCEPTED'"))
                .isEqualTo(before + made);
    }

    private void runIsCutShort(int kill) throws Exception {
        String term = inside.ask("select id from terms where current_date between starts_on and ends_on");
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> inside.ask("select state from terms where id = '" + term + "'")
                        .equals("OPEN"));
        String before = inside.ask(RECOMMENDATIONS);
        var answer = post("/terms/" + term + "/run", "", get("/caseload")).get(60, TimeUnit.SECONDS);
        assertThat(answer.statusCode()).isEqualTo(303);
        killAfter(random.nextInt(1500), kill);

        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> number("select count(*) from term_runs where finished_at is null") == 0);
        assertThat(inside.ask("select done = students and failed = 0 and students = (select count(*) from students)"
                        + " from term_runs order by requested_at desc limit 1"))
                .as("every student is evaluated once")
                .isEqualTo("t");
        assertThat(inside.ask(RECOMMENDATIONS)).as("nothing is doubled").isEqualTo(before);
    }

    /** As the kernel ends it, at that moment; then it starts again. */
    private void killAfter(int milliseconds, int kill) throws Exception {
        program.killAfter(milliseconds);
        if (kill % 2 == 1) {
            inside.kill();
        }
        start();
    }

    /** Everything of an import is there once, and so is what follows from it. */
    private void imported(String location, int batch) {
        assertThat(api().finished(location).path("state").asString()).isEqualTo("done");
        Awaitility.await().atMost(PATIENCE).until(() -> number("select count(*) from to_evaluate") == 0);
        String theirs = " join students s on s.id = x.student where s.student_id like 'K" + batch + "-%'";
        assertThat(number("select count(*) from students where student_id like 'K" + batch + "-%'"))
                .isEqualTo(NEWCOMERS);
        assertThat(number("select count(*) from judgements x" + theirs)).isEqualTo(NEWCOMERS);
        if (batch > 0) {
            assertThat(number("select count(*) from observations x" + theirs)).isEqualTo(NEWCOMERS * factsOfOne);
            assertThat(number("select count(*) from recommendations x" + theirs))
                    .isEqualTo(NEWCOMERS * suggestedForOne);
            assertThat(number("select max(x.version) from recommendations x" + theirs))
                    .as("evaluated once")
                    .isEqualTo(1);
        }
    }

    private static byte[] newcomers(int batch) {
        var csv = new StringBuilder(
                "student_id,surname,forename,nc_year,reg_group,enrol_status,attendance_pct,future_career_plan\n");
        for (int number = 1; number <= NEWCOMERS; number++) {
            csv.append("K" + batch + "-" + number + ",Marsh,Robin,11,11B,C,84,N\n");
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void start() throws Exception {
        program = StartedProgram.start(
                        data,
                        "--signpost.database.programs=target/programs",
                        // What a killed program had begun is taken over after a few of these.
                        "--db-scheduler.heartbeat-interval=1s",
                        "--db-scheduler.polling-interval=500ms")
                .listening();
    }

    private Api api() {
        return new Api(program.port(), token);
    }

    private int number(String query) {
        return Integer.parseInt(inside.ask(query));
    }

    private void signIn(String username) throws Exception {
        String form =
                "username=" + username + "&password=" + URLEncoder.encode(TestSchools.PASSWORD, StandardCharsets.UTF_8);
        post("/sign-in", form, get("/sign-in")).get(30, TimeUnit.SECONDS);
    }

    private String get(String path) throws Exception {
        return person.send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + program.port() + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private CompletableFuture<HttpResponse<Void>> post(String path, String form, String page) {
        var csrf = CSRF.matcher(page);
        assertThat(csrf.find()).isTrue();
        return person.sendAsync(
                HttpRequest.newBuilder(URI.create("http://localhost:" + program.port() + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                form + "&_csrf=" + URLEncoder.encode(csrf.group(1), StandardCharsets.UTF_8)))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }
}
