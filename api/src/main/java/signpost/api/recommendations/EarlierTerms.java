package signpost.api.recommendations;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.students.Profiles;
import signpost.engine.profile.Fact;
import signpost.engine.profile.History;
import signpost.engine.profile.Profile;
import signpost.engine.vocabulary.Vocabulary;

/** What earlier terms left behind for the rules of this one. */
@Repository
class EarlierTerms {

    private final JdbcClient sql;
    private final Profiles profiles;
    private final HelpGiven given;

    EarlierTerms(JdbcClient sql, Profiles profiles, HelpGiven given) {
        this.sql = sql;
        this.profiles = profiles;
        this.given = given;
    }

    /** Before a student is judged in a later term, the flags of the term before are put aside. */
    void putAside(UUID school, UUID term, Collection<UUID> students) {
        sql.sql("""
                        insert into last_term_flags (school_id, student, term_id, flags)
                        select school_id, student, term_id, array(select jsonb_array_elements(flags) ->> 'flag')
                        from judgements
                        where school_id = :school and student = any (:students::uuid[]) and term_id <> :term
                        on conflict do nothing
                        """)
                .param("school", school)
                .param("students", Recommendations.texts(students))
                .param("term", term)
                .update();
    }

    /** As a term closes, the flags of all its students are put aside: what changes from now on is not of that term. */
    void putAsideAll(UUID school, UUID closed) {
        sql.sql("""
                        insert into last_term_flags (school_id, student, term_id, flags)
                        select school_id, student, term_id, array(select jsonb_array_elements(flags) ->> 'flag')
                        from judgements where school_id = :school and term_id = :closed
                        on conflict do nothing
                        """).param("school", school).param("closed", closed).update();
    }

    /**
     * The history of these students.
     *
     * @param ended the last day of last term
     * @param vocabulary in whose words what was known then is told
     */
    @Transactional(readOnly = true)
    public Map<UUID, History> of(UUID school, Collection<UUID> students, LocalDate ended, Vocabulary vocabulary) {
        Map<UUID, Set<String>> flags = flags(school, students, ended);
        Map<UUID, Map<History.Step, List<History.Help>>> help = help(school, students);
        Map<UUID, Profile> then = profiles.asOf(students, ended, vocabulary);
        Map<UUID, History> histories = new HashMap<>();
        for (UUID student : students) {
            Map<String, Fact.Known> facts =
                    then.getOrDefault(student, new Profile("", Map.of())).facts();
            histories.put(
                    student,
                    new History(
                            Optional.ofNullable(flags.get(student)), help.getOrDefault(student, nothingDone()), facts));
        }
        return histories;
    }

    private Map<UUID, Set<String>> flags(UUID school, Collection<UUID> students, LocalDate ended) {
        Map<UUID, Set<String>> flags = new HashMap<>();
        sql.sql("""
                        with ended as (select id from terms where school_id = :school and ends_on = :ended)
                        select student, flags from last_term_flags
                        where school_id = :school and student = any (:students::uuid[])
                          and term_id in (select id from ended)
                        union all
                        select j.student, array(select jsonb_array_elements(j.flags) ->> 'flag') from judgements j
                        where j.school_id = :school and j.student = any (:students::uuid[])
                          and j.term_id in (select id from ended)
                          and not exists (select from last_term_flags f
                            where f.school_id = j.school_id and f.student = j.student and f.term_id = j.term_id)
                        """)
                .param("school", school)
                .param("students", Recommendations.texts(students))
                .param("ended", ended)
                .query(row -> {
                    String[] raised = (String[]) row.getArray("flags").getArray();
                    flags.put(row.getObject("student", UUID.class), Set.of(raised));
                });
        return flags;
    }

    private Map<UUID, Map<History.Step, List<History.Help>>> help(UUID school, Collection<UUID> students) {
        Map<UUID, Map<History.Step, List<History.Help>>> help = new HashMap<>();
        sql.sql("""
                        select student, intervention, raised_at::date as raised, changed_at::date as changed,
                          silenced and silenced_until is null as silenced
                        from recommendations where school_id = :school and student = any (:students::uuid[])
                        """)
                .param("school", school)
                .param("students", Recommendations.texts(students))
                .query(row -> {
                    Map<History.Step, List<History.Help>> steps =
                            help.computeIfAbsent(row.getObject("student", UUID.class), student -> nothingDone());
                    String code = row.getString("intervention");
                    add(steps, History.Step.OFFERED, code, row.getObject("raised", LocalDate.class));
                    if (row.getBoolean("silenced")) {
                        add(steps, History.Step.OVERRIDDEN_FOR_GOOD, code, row.getObject("changed", LocalDate.class));
                    }
                });
        given.of(school, students)
                .forEach((student, steps) ->
                        steps.forEach((step, done) -> help.computeIfAbsent(student, missing -> nothingDone())
                                .computeIfAbsent(step, missing -> new ArrayList<>())
                                .addAll(done)));
        return help;
    }

    /** Every step is kept, so none means that there was none. */
    private static Map<History.Step, List<History.Help>> nothingDone() {
        Map<History.Step, List<History.Help>> steps = new EnumMap<>(History.Step.class);
        for (History.Step step : History.Step.values()) {
            steps.put(step, new ArrayList<>());
        }
        return steps;
    }

    private static void add(
            Map<History.Step, List<History.Help>> steps, History.Step step, String code, LocalDate day) {
        steps.computeIfAbsent(step, missing -> new ArrayList<>()).add(new History.Help(code, day));
    }
}
