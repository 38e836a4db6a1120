package signpost.api.recommendations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import signpost.api.students.Api;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestSchools;

/** A profile judged and not stored. */
@SignpostTest
class StatelessApiTest {

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    private Api mis;

    @BeforeEach
    void anMis() {
        mis = new Api(port, schools.school().token());
    }

    @Test
    void aProfileIsJudgedAndWhatIsNotKnownIsNamed() {
        var answer = mis.post("/api/v1/evaluate", "{\"facts\":{\"nc_year\":11,\"attendance_pct\":84.2}}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("flags").toString()).contains("Persistent absence");
        assertThat(answer.json().path("cannotTell").toString()).contains("the current maths grade");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceUpToAHundred() {
        var wrong = mis.post(
                "/api/v1/evaluate", "{\"on\":\"0001-01-01\",\"facts\":{\"nc_yeer\":11,\"attendance_pct\":184}}");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.fields()).containsExactlyInAnyOrder("on", "facts.nc_yeer", "facts.attendance_pct");

        String many = IntStream.range(0, 130)
                .mapToObj(number -> "\"no_such_" + number + "\":1")
                .collect(Collectors.joining(",", "{\"facts\":{", "}}"));
        var capped = mis.post("/api/v1/evaluate", many);
        assertThat(capped.fields()).hasSize(100);
        assertThat(capped.json().path("moreErrors").asInt()).isEqualTo(30);
    }

    @Test
    void aBodyLargerThanAMegabyteIsRefusedInWords() {
        String large = "{\"facts\":{\"nc_year\":\"" + "1".repeat(1_100_000) + "\"}}";
        for (String path : new String[] {"/api/v1/evaluate", "/api/v1/interviews"}) {
            var answer = mis.post(path, large);
            assertThat(answer.status()).as(path).isEqualTo(413);
            assertThat(answer.json().path("type").asString()).isEqualTo("/problems/too-large");
        }
    }
}
