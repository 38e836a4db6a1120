package signpost.api.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PostgresUriTest {

    @Test
    void theFormThatHostsHandOutBecomesJdbc() {
        assertThat(PostgresUri.parse("postgres://anna:p%40ss+word@db.example:6543/signpost?sslmode=require"))
                .isEqualTo(new PostgresUri(
                        "jdbc:postgresql://db.example:6543/signpost?sslmode=require", "anna", "p@ss+word"));
    }

    @Test
    void portUserAndOptionsMayBeMissing() {
        assertThat(PostgresUri.parse("postgresql://db.example/signpost"))
                .isEqualTo(new PostgresUri("jdbc:postgresql://db.example/signpost", "", ""));
    }

    @Test
    void aJdbcUrlIsTakenAsItIs() {
        assertThat(PostgresUri.parse("jdbc:postgresql://db/signpost?user=x").jdbcUrl())
                .isEqualTo("jdbc:postgresql://db/signpost?user=x");
    }

    @Test
    void anythingElseIsRefusedWithoutRepeatingThePassword() {
        assertThatThrownBy(() -> PostgresUri.parse("postgres://anna:secret word@db/x"))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("DATABASE_URL")
                .message()
                .doesNotContain("secret");
        assertThatThrownBy(() -> PostgresUri.parse("mysql://db/x")).isInstanceOf(DatabaseUnavailable.class);
        assertThatThrownBy(() -> PostgresUri.parse("postgres://db")).isInstanceOf(DatabaseUnavailable.class);
    }
}
