package signpost.api.notes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.schools.Role;
import signpost.api.students.OurSchool;

/** Notes and who read them: rows are added, never changed. */
@Repository
@Transactional
class Notes {

    /** Somebody opened a restricted note. */
    record Read(UUID note, String by, Instant at) {}

    private final JdbcClient jdbc;
    private final OurSchool school;

    Notes(JdbcClient jdbc, OurSchool school) {
        this.jdbc = jdbc;
        this.school = school;
    }

    /** All about a student, the latest first; the caller shows nobody what they may not read. */
    @Transactional(readOnly = true)
    List<Note> about(UUID student) {
        return jdbc.sql("""
                        select n.id, n.student, n.readers, n.corrects, n.staff, n.written_at, t.written_by, t.text
                        from notes n
                        left join note_texts t on t.school_id = n.school_id and t.note = n.id
                        where n.school_id = :school and n.student = :student
                        order by n.written_at desc, n.id desc
                        """)
                .param("school", school.id())
                .param("student", student)
                .query(Notes::read)
                .list();
    }

    /** Who read the notes about a student, the last first. */
    @Transactional(readOnly = true)
    Map<UUID, List<Read>> reads(UUID student) {
        return jdbc
                .sql("""
                        select r.note, s.display_name, r.read_at from note_reads r
                        join notes n on n.school_id = r.school_id and n.id = r.note
                        join staff s on s.school_id = r.school_id and s.id = r.staff
                        where r.school_id = :school and n.student = :student
                        order by r.read_at desc, r.id
                        """)
                .param("school", school.id())
                .param("student", student)
                .query((row, number) -> new Read(
                        row.getObject("note", UUID.class),
                        row.getString("display_name"),
                        row.getTimestamp("read_at").toInstant()))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Read::note));
    }

    void add(Note note) {
        jdbc.sql("insert into notes (school_id, id, student, readers, staff, corrects, written_at)"
                        + " values (:school, :id, :student, string_to_array(:readers, ','), :staff, :corrects, :at)")
                .param("school", school.id())
                .param("id", note.id())
                .param("student", note.student())
                .param("readers", note.readers().stream().map(Role::name).collect(Collectors.joining(",")))
                .param("staff", note.author())
                .param("corrects", note.corrects().orElse(null))
                .param("at", Timestamp.from(note.writtenAt()))
                .update();
        jdbc.sql("insert into note_texts (school_id, note, written_by, text) values (:school, :note, :by, :text)")
                .param("school", school.id())
                .param("note", note.id())
                .param("by", note.by())
                .param("text", note.text())
                .update();
    }

    void wasRead(UUID id, UUID note, UUID staff, Instant at) {
        jdbc.sql("insert into note_reads (school_id, id, note, staff, read_at)"
                        + " values (:school, :id, :note, :staff, :at)")
                .param("school", school.id())
                .param("id", id)
                .param("note", note)
                .param("staff", staff)
                .param("at", Timestamp.from(at))
                .update();
    }

    private static Note read(ResultSet row, int number) throws SQLException {
        String[] readers = (String[]) row.getArray("readers").getArray();
        return new Note(
                row.getObject("id", UUID.class),
                row.getObject("student", UUID.class),
                Arrays.stream(readers).map(Role::valueOf).collect(Collectors.toSet()),
                Optional.ofNullable(row.getObject("corrects", UUID.class)),
                row.getObject("staff", UUID.class),
                Optional.ofNullable(row.getString("written_by")).orElse("erased"),
                Optional.ofNullable(row.getString("text")).orElse("This note was erased."),
                row.getTimestamp("written_at").toInstant());
    }
}
