package signpost.api.terms;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** The rows of the table of terms. */
interface TermRows extends Repository<TermRow, UUID> {

    List<TermRow> findBySchoolIdOrderByStartsOn(UUID schoolId);

    /** Adds a term unless the school has one of that year and season: two may ask for a new year at once. */
    @Modifying
    @Query("""
            insert into terms (school_id, id, academic_year, season, starts_on, ends_on)
            values (:school, :id, :year, :season, :starts, :ends) on conflict do nothing
            """)
    void add(UUID school, UUID id, int year, String season, LocalDate starts, LocalDate ends);

    /** Takes a term from one of its former states to the next: whether it stood in one of them. */
    @Modifying
    @Query("""
            update terms set state = :next where school_id = :school and id = :id and state in (:former)
            """)
    boolean step(UUID school, UUID id, List<String> former, String next);

    @Modifying
    @Query("""
            update terms set starts_on = :starts, ends_on = :ends
            where school_id = :school and id = :id and (starts_on, ends_on) <> (:starts, :ends)
            """)
    boolean move(UUID school, UUID id, LocalDate starts, LocalDate ends);
}
