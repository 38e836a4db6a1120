package signpost.api.caseload;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.pages.Paging;
import signpost.api.schools.StaffMember;
import signpost.engine.evaluation.Judgement;
import signpost.engine.profile.Term;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The students of a school as lists, read in a statement a list, whatever its length. */
@Repository
@Transactional(readOnly = true)
class Caseload {

    /** A student in a list, with how many recommendations stand open in each state. */
    record Row(
            UUID id,
            String name,
            Optional<String> year,
            Optional<String> group,
            boolean left,
            List<Judgement.RaisedFlag> flags,
            int suggested,
            int deferred,
            int accepted,
            boolean changed) {}

    /** Whose list it is, of which students, in which term, on which day. */
    record Asked(StaffMember person, Filter filter, Term term, LocalDate today) {}

    private final JdbcClient sql;
    private final JsonMapper json;

    Caseload(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    Counts counts(Asked asked) {
        return Counts.of(
                ask(asked, CaseloadSql.COUNTS).query(Counts.Counted.class).list());
    }

    List<Row> page(Asked asked, Paging paging) {
        return ask(asked, CaseloadSql.page(asked.filter().all()))
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query(this::row)
                .list();
    }

    private JdbcClient.StatementSpec ask(Asked asked, String statement) {
        JdbcClient.StatementSpec spec = sql.sql(statement)
                .param("school", asked.person().schoolId())
                .param("staff", asked.person().staffId())
                .param("starts", asked.term().starts())
                .param("ends", asked.term().ends())
                .param("today", asked.today())
                .param("all", asked.filter().all())
                .param("search", asked.filter().search().orElse(null));
        for (By by : By.values()) {
            spec = spec.param(by.key(), asked.filter().by(by).orElse(null));
        }
        return spec;
    }

    private Row row(ResultSet row, int number) throws SQLException {
        String flags = row.getString("flags");
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("forename") + " " + row.getString("surname"),
                Optional.ofNullable(row.getString("year")),
                Optional.ofNullable(row.getString("reg_group")),
                row.getBoolean("has_left"),
                flags == null ? List.of() : json.readValue(flags, new TypeReference<>() {}),
                row.getInt("suggested"),
                row.getInt("deferred"),
                row.getInt("accepted"),
                row.getBoolean("changed"));
    }
}
