package signpost.api.interviews;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.recommendations.Recommendations;
import signpost.api.recommendations.Standing;
import signpost.api.recommendations.Standings;
import signpost.api.students.OurSchool;
import signpost.api.students.Profiles;
import signpost.engine.profile.Profile;

/** Looks how things stand with a student. */
@Repository
class Snapshots {

    private final JdbcClient jdbc;
    private final Profiles profiles;
    private final Standings standings;
    private final Recommendations recommendations;
    private final OurSchool school;

    Snapshots(
            JdbcClient jdbc,
            Profiles profiles,
            Standings standings,
            Recommendations recommendations,
            OurSchool school) {
        this.jdbc = jdbc;
        this.profiles = profiles;
        this.standings = standings;
        this.recommendations = recommendations;
        this.school = school;
    }

    @Transactional(readOnly = true)
    public Snapshot of(UUID student) {
        return new Snapshot(
                profiles.of(List.of(student)).getOrDefault(student, new Profile("", Map.of())),
                standings.find(school.id(), student).orElse(Standing.NONE),
                recommendations.ofStudents(school.id(), List.of(student)).getOrDefault(student, List.of()),
                waits(student));
    }

    private boolean waits(UUID student) {
        return jdbc.sql("select exists (select from to_evaluate where school_id = :school and student = :student)")
                .param("school", school.id())
                .param("student", student)
                .query(Boolean.class)
                .single();
    }
}
