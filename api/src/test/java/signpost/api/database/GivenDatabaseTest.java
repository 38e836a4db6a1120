package signpost.api.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import signpost.api.Signpost;

/** A PostgreSQL that is not ours, with its two roles made by hand as the README says. */
@ExtendWith(OutputCaptureExtension.class)
class GivenDatabaseTest {

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void startAnother() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
    }

    @AfterAll
    static void stopIt() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void makeTheRolesByHand() {
        for (var sql : List.of(
                "drop database if exists signpost with (force)",
                "drop role if exists signpost_app",
                "drop role if exists signpost_owner",
                "create role signpost_owner login password 'owner'",
                "create role signpost_app login password 'app'",
                "create database signpost owner signpost_owner")) {
            administrator(sql);
        }
    }

    @Test
    void theUsualSpringPropertiesNameIt() {
        try (var context = start(Map.of(
                "spring.datasource.url", url(),
                "spring.datasource.username", "signpost_app",
                "spring.datasource.password", "app",
                "spring.flyway.user", "signpost_owner",
                "spring.flyway.password", "owner"))) {
            assertThat(context.getBean(JdbcClient.class)
                            .sql("select current_user::text")
                            .query(String.class)
                            .single())
                    .isEqualTo("signpost_app");
        }
    }

    @Test
    void theUrlThatHostsHandOutNamesItsOwner() {
        try (var context = start(Map.of(
                "DATABASE_URL", url().replace("jdbc:postgresql://", "postgres://signpost_owner:owner@"),
                "spring.datasource.username", "signpost_app",
                "spring.datasource.password", "app"))) {
            assertThat(context.isRunning()).isTrue();
        }
    }

    @Test
    void oneRoleForBothIsRefusedBeforeItCreatesAnything(CapturedOutput output) {
        assertThatThrownBy(() -> start(Map.of(
                        "DATABASE_URL", url().replace("jdbc:postgresql://", "postgres://signpost_owner:owner@"))))
                .rootCause()
                .isInstanceOf(DatabaseUnavailable.class);

        assertThat(output)
                .contains("two database roles", "create role signpost_app")
                .doesNotContain("\tat ");
        assertThat(as("signpost_owner", "owner")
                        .sql("select count(*) from pg_tables where schemaname = 'public'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aSuperuserIsRefused() {
        administrator("alter role signpost_app superuser");
        assertThatThrownBy(this::migrate)
                .hasMessageContaining("superuser")
                .extracting(failure -> ((DatabaseUnavailable) failure).action())
                .asString()
                .contains("alter role \"signpost_app\" nosuperuser;");
    }

    @Test
    void aRoleThatBypassesRowLevelSecurityIsRefused() {
        administrator("alter role signpost_app bypassrls");
        assertThatThrownBy(this::migrate)
                .hasMessageContaining("bypass")
                .extracting(failure -> ((DatabaseUnavailable) failure).action())
                .asString()
                .contains("alter role \"signpost_app\" nobypassrls;");
    }

    @Test
    void aMemberOfTheOwningRoleIsRefused() {
        administrator("grant signpost_owner to signpost_app");
        assertThatThrownBy(this::migrate)
                .hasMessageContaining("member of signpost_owner")
                .extracting(failure -> ((DatabaseUnavailable) failure).action())
                .asString()
                .contains("revoke \"signpost_owner\" from \"signpost_app\";");
    }

    @Test
    void aRoleThatOwnsATableIsRefused() {
        migrate();
        as("signpost_owner", "owner")
                .sql("grant create on schema public to signpost_app")
                .update();
        as("signpost_app", "app").sql("create table mine (id int)").update();
        assertThatThrownBy(this::migrate)
                .hasMessageContaining("owns 1 tables, such as mine")
                .extracting(failure -> ((DatabaseUnavailable) failure).action())
                .asString()
                .contains("reassign owned by \"signpost_app\" to signpost_owner;");
    }

    private void migrate() {
        var flyway = Flyway.configure()
                .dataSource(url(), "signpost_owner", "owner")
                .placeholders(Map.of("app_role", "signpost_app"))
                .load();
        new RuntimeRole(new DriverManagerDataSource(url(), "signpost_app", "app"), "signpost_owner").migrate(flyway);
    }

    private static org.springframework.context.ConfigurableApplicationContext start(Map<String, Object> properties) {
        return new SpringApplicationBuilder(Signpost.class)
                .web(WebApplicationType.SERVLET)
                .properties(Map.of("server.port", "0"))
                .properties(properties)
                .run();
    }

    private static void administrator(String sql) {
        JdbcClient.create(postgres.getPostgresDatabase()).sql(sql).update();
    }

    private static JdbcClient as(String user, String password) {
        return JdbcClient.create(new DriverManagerDataSource(url(), user, password));
    }

    private static String url() {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/signpost";
    }
}
