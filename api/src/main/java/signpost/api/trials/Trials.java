package signpost.api.trials;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.recommendations.StudentsJudged;
import signpost.api.students.Students;
import signpost.engine.evaluation.Judgement;
import signpost.engine.profile.StudentOnDate;

/**
 * Judges every student of the school by two books. Up to some thousands are judged anew for each page, so that nothing shown
 * is stale. Of more, each request judges the next thousands and this replica keeps what was judged for the visit, a few
 * minutes: another replica would begin again. The page says when it was judged.
 */
@Service
class Trials {

    private static final Duration KEPT_FOR = Duration.ofMinutes(10);
    private static final int KEPT = 16;

    private final Students students;
    private final StudentsJudged judged;
    private final JdbcClient sql;
    private final Clock clock;
    private final int atOnce;
    private final Cache<Key, Trial> kept =
            Caffeine.newBuilder().maximumSize(KEPT).expireAfterWrite(KEPT_FOR).build();

    /** Whose trial it is: one visit's, of two books, on a day. */
    record Key(UUID school, String visit, String digests, LocalDate on) {}

    Trials(
            Students students,
            StudentsJudged judged,
            JdbcClient sql,
            Clock clock,
            @Value("${signpost.trials.at-once:3000}") int atOnce) {
        this.students = students;
        this.judged = judged;
        this.sql = sql;
        this.clock = clock;
        this.atOnce = atOnce;
    }

    /**
     * The trial as far as it has come with this request.
     *
     * @param visit names the visit, such as a session's id
     */
    @Transactional
    public Trial of(UUID school, Books books, String visit) {
        LocalDate today = LocalDate.now(clock);
        Key key = new Key(school, visit, books.digests(), today);
        Trial trial = Optional.ofNullable(kept.getIfPresent(key)).orElseGet(() -> begin(key, books));
        synchronized (trial) {
            judge(school, trial);
        }
        return trial;
    }

    /** Lets the next request judge everybody anew. */
    public void forget(UUID school, Books books, String visit) {
        kept.invalidate(new Key(school, visit, books.digests(), LocalDate.now(clock)));
    }

    /** Whether it is too large to be judged anew for each page. */
    public boolean keeps(Trial trial) {
        return trial.students() > atOnce;
    }

    private Trial begin(Key key, Books books) {
        Trial trial = new Trial(books, List.copyOf(students.all()), key.on(), clock.instant());
        if (keeps(trial)) {
            kept.put(key, trial);
        }
        return trial;
    }

    private void judge(UUID school, Trial trial) {
        List<UUID> next = List.copyOf(trial.next(atOnce));
        if (next.isEmpty()) {
            return;
        }
        Books books = trial.books();
        List<StudentOnDate> inForce = judged.on(school, books.inForce().book(), next, trial.on());
        List<StudentOnDate> draft =
                books.readAlike() ? inForce : judged.on(school, books.draft().book(), next, trial.on());
        List<Judgement> before = books.inForce().judge(inForce);
        List<Judgement> after = books.draft().judge(draft);
        Map<UUID, String> sexes = sexes(school, next);
        for (int at = 0; at < next.size(); at++) {
            trial.add(
                    next.get(at),
                    before.get(at),
                    after.get(at),
                    groups(books, inForce.get(at), Optional.ofNullable(sexes.get(next.get(at)))));
        }
    }

    private static Map<Characteristic, String> groups(Books books, StudentOnDate student, Optional<String> sex) {
        Map<Characteristic, String> groups = new EnumMap<>(Characteristic.class);
        for (Characteristic characteristic : Characteristic.values()) {
            if (characteristic.heldBy(books.inForce().book())) {
                groups.put(characteristic, characteristic.group(books.inForce().book(), student, sex));
            }
        }
        return groups;
    }

    private Map<UUID, String> sexes(UUID school, List<UUID> wanted) {
        Map<UUID, String> sexes = new HashMap<>();
        sql.sql(
                        "select id, sex from students where school_id = :school and id = any (:ids::uuid[]) and sex is not null")
                .param("school", school)
                .param("ids", wanted.stream().map(UUID::toString).toArray(String[]::new))
                .query(row -> {
                    sexes.put(row.getObject("id", UUID.class), row.getString("sex"));
                });
        return sexes;
    }
}
