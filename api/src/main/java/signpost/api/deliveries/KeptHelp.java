package signpost.api.deliveries;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.recommendations.HelpGiven;
import signpost.engine.profile.History;

/** What was delivered and what was not attended, for the rules that ask. */
@Repository
class KeptHelp implements HelpGiven {

    private static final Map<What, History.Step> STEPS = Map.of(
            What.DELIVERED, History.Step.DELIVERED,
            What.DID_NOT_ATTEND, History.Step.NOT_ATTENDED);

    private final JdbcClient sql;

    KeptHelp(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, Map<History.Step, List<History.Help>>> of(UUID school, Collection<UUID> students) {
        Map<UUID, Map<History.Step, List<History.Help>>> help = new HashMap<>();
        sql.sql("""
                        select r.student, r.intervention, d.what, d.on_day from recommendations r
                        join standing_deliveries d on d.school_id = r.school_id and d.recommendation = r.id
                        where r.school_id = :school and r.student = any (:students::uuid[])
                          and d.what in ('DELIVERED', 'DID_NOT_ATTEND')
                        order by d.on_day, d.id
                        """)
                .param("school", school)
                .param("students", students.stream().map(UUID::toString).toArray(String[]::new))
                .query(row -> {
                    History.Step step = STEPS.get(What.valueOf(row.getString("what")));
                    help.computeIfAbsent(
                                    row.getObject("student", UUID.class), first -> new EnumMap<>(History.Step.class))
                            .computeIfAbsent(step, first -> new ArrayList<>())
                            .add(new History.Help(
                                    row.getString("intervention"), row.getObject("on_day", LocalDate.class)));
                });
        return help;
    }
}
