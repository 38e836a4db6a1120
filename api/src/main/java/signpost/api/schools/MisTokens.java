package signpost.api.schools;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whose token this is. Asked before the school is known. */
@Repository
class MisTokens {

    private final JdbcClient jdbc;
    private final Clock clock;

    MisTokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<MisClient> find(String token) {
        return jdbc.sql("select * from token_used(?, ?)")
                .params(SafeTokens.hash(token), OffsetDateTime.now(clock))
                .query((row, number) -> new MisClient(
                        row.getObject("id", UUID.class),
                        row.getObject("school_id", UUID.class),
                        row.getString("name"),
                        Arrays.stream((String[]) row.getArray("scopes").getArray())
                                .flatMap(text -> Scope.of(text).stream())
                                .collect(Collectors.toUnmodifiableSet())))
                .optional();
    }
}
