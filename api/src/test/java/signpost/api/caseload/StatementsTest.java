package signpost.api.caseload;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import signpost.api.schools.Role;
import signpost.api.testing.Browser;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestCohort;
import signpost.api.testing.TestSchools;

/** A page asks the database in sets: as often for two hundred students as for two. */
@SignpostTest
@Import(StatementsTest.Counted.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementsTest {

    private static final AtomicInteger STATEMENTS = new AtomicInteger();

    /** Counts what requests ask; the jobs that run beside them have threads of their own. */
    @TestConfiguration
    static class Counted {

        @Bean
        static BeanPostProcessor counting() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof HikariDataSource pool ? new CountedPool(pool) : bean;
                }
            };
        }
    }

    /** Looks like the pool to Flyway, which derives its own connection from it. */
    private static final class CountedPool extends HikariDataSource {

        private final DataSource counted;

        CountedPool(HikariDataSource pool) {
            pool.copyStateTo(this);
            counted = ProxyDataSourceBuilder.create(pool)
                    .afterQuery((execution, queries) -> count())
                    .build();
        }

        @Override
        public Connection getConnection() throws SQLException {
            return counted.getConnection();
        }

        private static void count() {
            if (Thread.currentThread().getName().startsWith("http-nio")) {
                STATEMENTS.incrementAndGet();
            }
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    TestCohort cohort;

    Browser browser;

    @BeforeAll
    void openBrowser() {
        browser = Browser.open();
    }

    @AfterAll
    void closeBrowser() {
        browser.close();
    }

    @Test
    void theCaseloadAsksAsOftenForManyAsForFew() {
        var few = schools.school();
        var many = schools.school();
        enrol(few.id(), 2);
        enrol(many.id(), 200);
        var ofFew = signedIn(few);
        var ofMany = signedIn(many);
        for (var path :
                new String[] {"/caseload", "/caseload?view=all", "/caseload?year=11", "/terms", "/terms/compare"}) {
            assertThat(statements(ofMany, path))
                    .as(path)
                    .isEqualTo(statements(ofFew, path))
                    .isBetween(1, 20);
        }
    }

    @Test
    void theHomePageAndTheMeetingListAskAsOftenForManyAsForFew() {
        var few = schools.school();
        var many = schools.school();
        enrol(few.id(), 2);
        enrol(many.id(), 200);
        var ofFew = signedIn(few);
        var ofMany = signedIn(many);
        for (var path : new String[] {"/home", "/meeting-list?year=11", "/sessions"}) {
            assertThat(statements(ofMany, path))
                    .as(path)
                    .isEqualTo(statements(ofFew, path))
                    .isBetween(1, 20);
        }
    }

    @Test
    void aStudentsPageAsksAFewTimes() {
        var school = schools.school();
        enrol(school.id(), 3);
        assertThat(statements(signedIn(school), "/students/" + cohort.idOf(school.id(), "A1")))
                .isBetween(1, 20);
    }

    private void enrol(UUID school, int students) {
        cohort.take(
                school,
                Stream.concat(
                                Stream.of(
                                        "student_id,surname,forename,nc_year,enrol_status,future_career_plan,attendance_pct"),
                                IntStream.rangeClosed(1, students)
                                        .mapToObj(number -> "A" + number + ",Marsh,Robin,11,C,N,84"))
                        .toArray(String[]::new));
    }

    private int statements(Page page, String path) {
        get(page, path);
        STATEMENTS.set(0);
        get(page, path);
        return STATEMENTS.get();
    }

    private void get(Page page, String path) {
        assertThat(page.request().get("http://localhost:" + port + path).status())
                .isEqualTo(200);
    }

    private Page signedIn(TestSchools.TestSchool school) {
        return browser.signedIn(port, school.person(Role.ADVISER));
    }
}
