package signpost.api.students.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import signpost.api.schools.Scope;
import signpost.api.students.Api;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestSchools;
import signpost.api.testing.TestStudents;
import signpost.fixtures.Samples;
import signpost.fixtures.cohort.Noise;
import tools.jackson.databind.JsonNode;

@SignpostTest
class ImportsApiTest {

    private static final int LARGEST = 16 * 1024 * 1024;
    private static final String DAY = "?asOf=2026-11-16";

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    TestStudents students;

    @Autowired
    ImportRecords records;

    @Autowired
    ImportWork work;

    @Autowired
    DataSource dataSource;

    @Autowired
    CustomTask<Void> importTask;

    TestSchools.TestSchool school;
    Api mis;
    String fallen = "";

    @BeforeEach
    void anMis() {
        school = schools.school();
        mis = new Api(port, school.token());
    }

    @Test
    void filesAreWorkedOffInTheOrderTheyWereSent() {
        String students = mis.postCsv("/api/v1/imports" + DAY, Samples.bytes(Samples.LARKRIGG + "/students.csv"))
                .location();
        String attendance = mis.postCsv("/api/v1/imports" + DAY, Samples.bytes(Samples.LARKRIGG + "/attendance.csv"))
                .location();
        assertThat(mis.finished(attendance).at("/report/accepted").asInt()).isEqualTo(236);
        JsonNode first = mis.get(students).json();
        assertThat(first.path("state").asString()).isEqualTo("done");
        assertThat(first.at("/report/kind").asString()).isEqualTo("students");
        assertThat(first.at("/report/newRecords").asInt()).isEqualTo(360);
        assertThat(count("import_files")).isZero();
    }

    @Test
    void whoFindsTheSchoolsImportsInOtherHandsLeavesThemThere() {
        students.in(school.id(), () -> {
            assertThat(records.turn()).isTrue();
            UUID id = UUID.fromString(mis.postCsv("/api/v1/imports" + DAY, Samples.bytes("bad/students-with-bom.csv"))
                    .json()
                    .path("id")
                    .asString());
            assertThat(CompletableFuture.supplyAsync(() -> work.finishUpTo(school.id(), id))
                            .join())
                    .isFalse();
            assertThat(jdbc.sql("select attempts from imports where id = ?")
                            .param(id)
                            .query(Integer.class)
                            .single())
                    .isZero();
        });
    }

    @Test
    void everyReplicaMayTakeImportsAndEachIsDoneOnce() {
        Scheduler replica = Scheduler.create(dataSource, importTask)
                .threads(2)
                .pollingInterval(Duration.ofMillis(100))
                .build();
        try {
            replica.start();
            var sent = IntStream.range(0, 12)
                    .mapToObj(number -> {
                        var here = schools.school();
                        var client = new Api(port, here.token());
                        return Map.entry(
                                client,
                                client.postCsv("/api/v1/imports" + DAY, Samples.bytes("bad/students-with-bom.csv"))
                                        .location());
                    })
                    .toList();
            sent.forEach(one -> {
                assertThat(one.getKey()
                                .finished(one.getValue())
                                .at("/report/accepted")
                                .asInt())
                        .isEqualTo(40);
                assertThat(one.getKey()
                                .finished(one.getValue())
                                .at("/report/newRecords")
                                .asInt())
                        .isEqualTo(40);
            });
        } finally {
            replica.stop();
        }
    }

    @Test
    void anImportThatBroughtTheProgramDownThreeTimesIsGivenUp() {
        students.in(school.id(), () -> {
            assertThat(records.turn()).isTrue();
            String location = mis.postCsv("/api/v1/imports" + DAY, Samples.bytes("bad/students-with-bom.csv"))
                    .location();
            jdbc.sql("update imports set attempts = 3, state = 'running' where school_id = ?")
                    .param(school.id())
                    .update();
            fallen = location;
        });
        JsonNode given = mis.finished(fallen);
        assertThat(given.path("state").asString()).isEqualTo("failed");
        assertThat(given.toString()).contains("could not finish this import");
    }

    @Test
    void aFormMaySendAFileToo() {
        Api.Answer sent = mis.postForm("/api/v1/imports" + DAY, Samples.bytes("bad/students-with-bom.csv"));
        assertThat(sent.status()).isEqualTo(202);
        assertThat(mis.finished(sent.location()).at("/report/accepted").asInt()).isEqualTo(40);
    }

    @Test
    void refusedRowsComeBackInTheirOwnColumnsWithReasons() {
        JsonNode done = mis.imported(DAY, Samples.bytes("bad/students-mixed-damage.csv"));
        assertThat(done.path("problemsTotal").asInt()).isEqualTo(15);
        assertThat(done.at("/problems/0/row").asInt()).isEqualTo(2);
        assertThat(done.at("/problems/0/column").asString()).isEqualTo("dob");
        assertThat(done.toString()).doesNotContain("Rutherford", "2011-02-31");

        String csv = mis.get(done.path("refusedRows").asString()).body();
        assertThat(csv.lines().findFirst().orElseThrow()).startsWith("upn,").endsWith(",row,reason");
        assertThat(csv.lines().skip(1)).hasSize(15);
        assertThat(csv).contains("Rutherford", ",2,dob: is not a date");
    }

    @Test
    void refusedCellsThatASpreadsheetWouldRunAreDisarmed() {
        JsonNode done = mis.imported(DAY, "upn,surname,forename\nwrong,=1+1,@b\n".getBytes(StandardCharsets.UTF_8));
        assertThat(mis.get(done.path("refusedRows").asString()).body()).contains("wrong,'=1+1,'@b,1,");
    }

    @Test
    void aDryRunReportsAndKeepsNothing() {
        JsonNode done = mis.imported(DAY + "&dryRun=true", Samples.bytes(Samples.LARKRIGG + "/students.csv"));
        assertThat(done.at("/report/newRecords").asInt()).isEqualTo(360);
        assertThat(count("students")).isZero();
        assertThat(count("observations")).isZero();
    }

    @Test
    void sixteenMegabytesOfNoiseAreRefusedAtOnce() {
        Api.Answer noise = mis.postCsv("/api/v1/imports", Noise.bytes(1, LARGEST));
        assertThat(noise.status()).isEqualTo(422);
        assertThat(noise.json().path("detail").asString()).contains("no CSV");
        assertThat(mis.postCsv("/api/v1/imports", commas(LARGEST)).status()).isEqualTo(422);
    }

    @Test
    void aLargerFileIsRefusedWithItsLimit() {
        Api.Answer large = mis.postCsv("/api/v1/imports", commas(LARGEST + 1));
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.json().path("detail").asString()).contains("16 MB");
        assertThat(mis.postForm("/api/v1/imports", commas(LARGEST + 1)).status())
                .isEqualTo(413);
    }

    @Test
    void aHeaderThatNobodyKnowsIsRefusedWithWhatItNeeds() {
        Api.Answer answer = mis.postCsv("/api/v1/imports", "colour,size\nred,3\n".getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("detail").asString()).contains("UPN or student_id");
    }

    @Test
    void twoColumnsThatMeanTheSameAreRefused() {
        Api.Answer answer = mis.postCsv(
                "/api/v1/imports", "UPN,Unique Pupil Number,surname,forename\n".getBytes(StandardCharsets.UTF_8));
        assertThat(answer.json().path("detail").asString()).contains("\"UPN\" and \"Unique Pupil Number\"");
    }

    @Test
    void anotherSchoolsImportDoesNotExist() {
        JsonNode done = mis.imported(DAY, Samples.bytes("bad/students-mixed-damage.csv"));
        String own = "/api/v1/imports/" + done.path("id").asString();
        Api other = new Api(port, schools.school().token());
        assertThat(other.get(own).status()).isEqualTo(404);
        assertThat(other.get(own + "/refused.csv").status()).isEqualTo(404);

        other.imported(DAY, Samples.bytes(Samples.THORNBECK + "/students.csv"));
        assertThat(count("students")).isEqualTo(14);
    }

    @Test
    void aTokenWithoutTheScopeIsTurnedAway() {
        Api reader = new Api(port, school.token(Scope.RECOMMENDATIONS_READ));
        assertThat(reader.postCsv("/api/v1/imports", Samples.bytes("bad/students-with-bom.csv"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aDayAfterTodayIsRefused() {
        Api.Answer answer = mis.postCsv("/api/v1/imports?asOf=2999-01-01", Samples.bytes("bad/students-with-bom.csv"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.fields()).containsExactly("asOf");
    }

    private static byte[] commas(int length) {
        byte[] commas = new byte[length];
        Arrays.fill(commas, (byte) ',');
        return commas;
    }

    private int count(String table) {
        return schools.scope()
                .within(
                        school.id(),
                        () -> new TransactionTemplate(transactions)
                                .<Integer>execute(
                                        status -> jdbc.sql("select count(*) from " + table + " where school_id = ?")
                                                .param(school.id())
                                                .query(Integer.class)
                                                .single()));
    }
}
