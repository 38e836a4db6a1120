package signpost.api.caseload;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import signpost.api.schools.Role;
import signpost.api.testing.Browser;
import signpost.api.testing.CountedStatements;
import signpost.api.testing.SameSize;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestCohort;
import signpost.api.testing.TestSchools;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The caseload of one school among many: a few statements, none of which reads the rows of the others. With
 * {@code -Pthorough} they are 200 schools of more than 1,500 students, and the time of the page is compared with that of
 * a page that is only sent.
 */
@SignpostTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManySchoolsTest {

    private static final boolean THOROUGH = Boolean.getBoolean("signpost.thorough");
    private static final int SCHOOLS = THOROUGH ? 200 : 20;
    private static final int STUDENTS_FOR_ONE = THOROUGH ? 5 : 1;

    /** A table of so few rows is read whole, whatever indexes it has. */
    private static final int FEW = 300;

    /** How many rows the school itself has of each table a plan named. */
    private final Map<String, Long> own = new HashMap<>();

    @RegisterExtension
    static final Browser browser = Browser.open();

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    TestCohort cohort;

    @Autowired
    DataSource database;

    @Autowired
    JsonMapper json;

    Page page;
    UUID school;

    @BeforeAll
    void manySchools() throws SQLException {
        var judged = schools.school();
        cohort.takePilotSchool(judged.id());
        school = ManySchools.like(judged.id(), SCHOOLS, STUDENTS_FOR_ONE).get(SCHOOLS / 2);
        page = browser.signedIn(
                port, new TestSchools.TestSchool(school, "", "", judged.schools()).person(Role.ADVISER));
    }

    @Test
    void thePageAsksAFewTimesAndNeverOfOtherSchools() throws SQLException {
        for (var path : List.of(
                "/caseload",
                "/caseload?view=all",
                "/caseload?year=11&status=waiting&flag=Persistent+absence&intervention=PGI-01&send=K&care=N&since=never")) {
            get(path);
            var asked = CountedStatements.ofRequests(() -> get(path));
            assertThat(asked).as(path).hasSizeBetween(3, 12);
            for (var query : asked) {
                if (query.getQuery().stripLeading().startsWith("with")
                        || query.getQuery().stripLeading().startsWith("select")) {
                    assertThat(readOfOthers(plan(query)))
                            .as(path + ": " + query.getQuery())
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void theCheckOfPlansCanFail() throws SQLException {
        try (var connection = ours();
                var without = connection.createStatement();
                var all = connection.prepareStatement("explain (analyze, format json) select * from students")) {
            without.execute("set local enable_indexscan = off");
            without.execute("set local enable_bitmapscan = off");
            assertThat(readOfOthers(json.readTree(read(all)).get(0).get("Plan")))
                    .isNotEmpty();
        }
    }

    @Test
    @Tag("thorough")
    void thePageTakesSoManyTimesWhatItTakesToSendIt() throws Exception {
        var lines = new ArrayList<String>();
        for (var path : List.of("/caseload", "/caseload?view=all", "/caseload?year=11")) {
            byte[] sent = page.request().get(url(path)).body();
            SameSize.as(sent);
            double ours = median(url(path));
            double plain = median(url(SameSize.PATH));
            lines.add("%s: %.1f ms, %.1f times a page of the same %d kB that is only sent (%.1f ms); %d schools"
                    .formatted(path, ours, ours / plain, sent.length / 1024, plain, SCHOOLS));
        }
        Files.write(Path.of("target/caseload-speed.txt"), lines, StandardCharsets.UTF_8);
        lines.forEach(System.out::println);
        assertThat(lines).hasSize(3);
    }

    private double median(String address) {
        var times = new double[41];
        for (int at = -10; at < times.length; at++) {
            long began = System.nanoTime();
            assertThat(page.request().get(address).status()).isEqualTo(200);
            if (at >= 0) {
                times[at] = (System.nanoTime() - began) / 1e6;
            }
        }
        Arrays.sort(times);
        return times[times.length / 2];
    }

    private JsonNode plan(QueryInfo query) throws SQLException {
        try (var connection = ours();
                var statement = connection.prepareStatement("explain (analyze, format json) " + query.getQuery())) {
            for (ParameterSetOperation set : query.getParametersList().get(0)) {
                set.getMethod().invoke(statement, set.getArgs());
            }
            return json.readTree(read(statement)).get(0).get("Plan");
        } catch (IllegalAccessException | InvocationTargetException failure) {
            throw new AssertionError(failure);
        }
    }

    private static String read(java.sql.PreparedStatement statement) throws SQLException {
        try (var rows = statement.executeQuery()) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** As a request of the school reads. */
    private Connection ours() throws SQLException {
        var connection = database.getConnection();
        // Ends with the transaction, which closing the connection rolls back.
        connection.setAutoCommit(false);
        try (var set = connection.prepareStatement("select set_config('signpost.schools', ?, true)")) {
            set.setString(1, school.toString());
            set.execute();
        }
        return connection;
    }

    /** The parts of a plan that leave out more rows than the school has: they read those of others. */
    private List<String> readOfOthers(JsonNode node) throws SQLException {
        List<String> found = new ArrayList<>();
        long removed = (node.path("Rows Removed by Filter").asLong()
                        + node.path("Rows Removed by Index Recheck").asLong())
                * node.path("Actual Loops").asLong(1);
        String table = node.path("Relation Name").asString("");
        if (!table.isEmpty() && removed > FEW && removed > ownRows(table)) {
            found.add(node.path("Node Type").asString() + " of " + table + " left out " + removed + " rows");
        }
        for (var part : node.path("Plans")) {
            found.addAll(readOfOthers(part));
        }
        return found;
    }

    private long ownRows(String table) throws SQLException {
        var known = own.get(table);
        if (known != null) {
            return known;
        }
        try (var connection = ours();
                var counted = connection.prepareStatement("select count(*) from " + table)) {
            long rows = Long.parseLong(read(counted));
            own.put(table, rows);
            return rows;
        }
    }

    private void get(String path) {
        assertThat(page.request().get(url(path)).status()).isEqualTo(200);
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
