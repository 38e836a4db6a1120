package signpost.api.deliveries;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.schools.Ids;
import signpost.api.students.Students;

/**
 * Takes down what many deliveries changed, in as many statements as for one. What somebody else recorded meanwhile is
 * handed back and the rest counts.
 */
@Service
public class Marking {

    /** A mark that counts, with the id of its row. */
    private record Kept(UUID id, Mark mark) {}

    private final JdbcClient sql;
    private final Reviews reviews;
    private final Students students;
    private final Ids ids;
    private final Clock clock;

    Marking(JdbcClient sql, Reviews reviews, Students students, Ids ids, Clock clock) {
        this.sql = sql;
        this.reviews = reviews;
        this.students = students;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Records marks, at most one a delivery.
     *
     * @return why a mark does not count, in a sentence, by delivery; those that count are absent
     */
    @Transactional
    public Map<UUID, String> record(UUID school, List<Mark> marks, UUID staff, String name) {
        if (marks.isEmpty()) {
            return Map.of();
        }
        List<UUID> about = marks.stream().map(Mark::delivery).toList();
        students.lock(reviews.of(school, about).stream().map(Review::student).toList());
        Map<UUID, Review> now =
                reviews.of(school, about).stream().collect(Collectors.toMap(Review::delivery, Function.identity()));
        Map<UUID, String> handedBack = new LinkedHashMap<>();
        List<Kept> kept = new ArrayList<>();
        for (Mark mark : marks) {
            Review review = now.get(mark.delivery());
            if (review == null) {
                handedBack.put(mark.delivery(), "It is not recorded as delivered any more.");
            } else if (!review.outcome().equals(mark.seen())) {
                handedBack.put(mark.delivery(), said(review));
            } else {
                kept.add(new Kept(ids.next(), mark));
            }
        }
        write(school, kept, staff, name);
        return new HashMap<>(handedBack);
    }

    private static String said(Review review) {
        String who = review.by().isEmpty() ? "Somebody" : review.by();
        return review.effect()
                .map(effect -> who + " recorded meanwhile: " + effect.words().toLowerCase(java.util.Locale.UK) + ".")
                .orElse("The outcome was taken back meanwhile.");
    }

    private void write(UUID school, List<Kept> kept, UUID staff, String name) {
        if (kept.isEmpty()) {
            return;
        }
        Instant at = clock.instant();
        rows("""
                insert into delivery_outcomes (school_id, id, delivery, outcome, staff, recorded_at)
                select :school, n.id, n.delivery, n.text, :staff, :at from %s
                """, school, kept, kept.stream().map(one -> one.mark().effect().name()))
                .param("staff", staff)
                .param("at", Timestamp.from(at))
                .update();
        rows("""
                insert into delivery_outcome_texts (school_id, outcome, recorded_by, note)
                select :school, n.id, :name, n.text from %s
                """, school, kept, kept.stream().map(one -> one.mark().note()))
                .param("name", name)
                .update();
        List<Kept> again =
                kept.stream().filter(one -> one.mark().again().isPresent()).toList();
        if (!again.isEmpty()) {
            rows(
                            """
                    insert into delivery_reviews (school_id, id, delivery, review_on, staff, recorded_at)
                    select :school, n.id, n.delivery, n.text::date, :staff, :at from %s
                    """,
                            school,
                            again,
                            again.stream()
                                    .map(one -> one.mark()
                                            .again()
                                            .map(Object::toString)
                                            .orElseThrow()))
                    .param("staff", staff)
                    .param("at", Timestamp.from(at))
                    .update();
        }
    }

    private JdbcClient.StatementSpec rows(
            String insert, UUID school, List<Kept> kept, java.util.stream.Stream<String> texts) {
        return sql.sql(insert.formatted(
                        "unnest(:ids::uuid[], :deliveries::uuid[], :texts::text[]) as n (id, delivery, text)"))
                .param("school", school)
                .param("ids", kept.stream().map(one -> one.id().toString()).toArray(String[]::new))
                .param(
                        "deliveries",
                        kept.stream()
                                .map(one -> one.mark().delivery().toString())
                                .toArray(String[]::new))
                .param("texts", texts.toArray(String[]::new));
    }

    /** The day a review falls on when somebody says in how many weeks to look again. */
    public Optional<java.time.LocalDate> inWeeks(String weeks) {
        return weeks.matches("[1-9]|1[0-9]|2[0-6]")
                ? Optional.of(java.time.LocalDate.now(clock).plusWeeks(Integer.parseInt(weeks)))
                : Optional.empty();
    }
}
