package signpost.api.interviews;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriUtils;
import signpost.api.students.OurSchool;

/** Who sits together: the tutor groups of the school's students, and its leavers by the school year in which they left. */
@Repository
@Transactional(readOnly = true)
class Sittings {

    /** What no address may have in the middle becomes a hyphen there. */
    private static final String GROUP_IN_ADDRESS = "translate(s.reg_group, '/\\;%.', '-----')";

    /** The summer in which the school year of a day ends; 0 where the day is not known. */
    private static final String SUMMER =
            "coalesce(extract(year from cast(e.leaving as date) + interval '4 months')::int, 0)";

    /** Gathered once: without statistics PostgreSQL expects one student and would look for each among all. */
    private static final String SAID = """
            with said as materialized (
              select student, max(value) filter (where attribute = 'enrol_status') as enrolled,
                max(value) filter (where attribute = 'leaving_date') as leaving
              from observations
              where school_id = :school and superseded_at is null and attribute in ('enrol_status', 'leaving_date')
              group by student)
            """;

    private static final String STUDENTS =
            " from students s left join said e on e.student = s.id where s.school_id = :school and ";

    private static final String HERE = "e.enrolled is distinct from 'P' and s.reg_group is not null";
    private static final String LEFT = "e.enrolled = 'P'";

    private final JdbcClient jdbc;
    private final OurSchool school;

    Sittings(JdbcClient jdbc, OurSchool school) {
        this.jdbc = jdbc;
        this.school = school;
    }

    /** Every tutor group, by name. */
    List<Sitting.Choice> groups() {
        return jdbc.sql(SAID + "select s.reg_group, " + GROUP_IN_ADDRESS + " as address, count(*) as students"
                        + STUDENTS + HERE + " group by s.reg_group order by length(s.reg_group), s.reg_group")
                .param("school", school.id())
                .query((row, number) -> new Sitting.Choice(
                        row.getString("reg_group"), ofGroup(row.getString("address")), row.getInt("students")))
                .list();
    }

    /** The leavers of each school year, the latest first. */
    List<Sitting.Choice> leavers() {
        return jdbc.sql(SAID + "select " + SUMMER + " as summer, count(*) as students" + STUDENTS + LEFT
                        + " group by 1 order by 1 desc")
                .param("school", school.id())
                .query((row, number) -> new Sitting.Choice(
                        years(row.getInt("summer")), ofLeavers(row.getInt("summer")), row.getInt("students")))
                .list();
    }

    /** @param address as the group's address has it */
    Optional<Sitting> group(String address) {
        List<Sitting.Member> members = members(HERE + " and " + GROUP_IN_ADDRESS + " = :which", address);
        return sitting("Tutor group " + address, ofGroup(address), InterviewKind.TUTOR, members);
    }

    /** @param summer in which the school year of leaving ends; 0 for those whose day of leaving is not known */
    Optional<Sitting> leavers(int summer) {
        List<Sitting.Member> members = members(LEFT + " and " + SUMMER + " = :which", summer);
        return sitting(years(summer), ofLeavers(summer), InterviewKind.LEAVER, members);
    }

    private static Optional<Sitting> sitting(
            String title, String address, InterviewKind kind, List<Sitting.Member> members) {
        return members.isEmpty() ? Optional.empty() : Optional.of(new Sitting(title, address, kind, members));
    }

    private List<Sitting.Member> members(String which, Object value) {
        return jdbc.sql(SAID + "select s.id, coalesce(s.preferred_forename, s.forename) as forename, s.surname"
                        + STUDENTS + which + " order by s.surname, forename, s.id")
                .param("school", school.id())
                .param("which", value)
                .query((row, number) -> new Sitting.Member(
                        row.getObject("id", UUID.class), row.getString("forename") + " " + row.getString("surname")))
                .list();
    }

    private static String ofGroup(String address) {
        return "/tutor-time/" + UriUtils.encodePathSegment(address, java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String ofLeavers(int summer) {
        return "/tutor-time/leavers/" + summer;
    }

    private static String years(int summer) {
        return summer == 0
                ? "Left on a day not known"
                : "Left in " + (summer - 1) + "/" + String.format(java.util.Locale.UK, "%02d", summer % 100);
    }
}
