package signpost.api.deliveries;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.pages.FreeText;
import signpost.api.pages.SentId;
import signpost.api.rulebooks.BookInForce;
import signpost.api.schools.StaffMember;
import signpost.api.students.Student;
import signpost.api.students.Students;
import signpost.engine.vocabulary.Dates;

/** A sheet on which a person says of many deliveries at once what they changed: a line each, saved together. */
@Service
public class OutcomeSheet {

    private static final int LONGEST_NOTE = 1_000;

    /**
     * A line of the sheet.
     *
     * @param about what was delivered and when
     * @param seen the id of the outcome recorded last, or empty
     * @param was its code as the person saw it, or empty
     * @param wasNote the words kept with it
     * @param outcome the code chosen
     * @param note the words typed
     * @param recorded who recorded what stands and when to look again, or empty
     * @param told why it was not saved, or empty
     */
    public record Line(
            UUID delivery,
            UUID student,
            String name,
            String about,
            String seen,
            String was,
            String wasNote,
            String outcome,
            String note,
            String recorded,
            String told) {}

    /**
     * What came of saving.
     *
     * @param counted lines that count now
     * @param told why lines do not count, by delivery
     */
    public record Saved(int counted, Map<UUID, String> told) {
        public Saved {
            told = Map.copyOf(told);
        }
    }

    private final Reviews reviews;
    private final Marking marking;
    private final Students students;
    private final BookInForce book;

    OutcomeSheet(Reviews reviews, Marking marking, Students students, BookInForce book) {
        this.reviews = reviews;
        this.marking = marking;
        this.students = students;
        this.book = book;
    }

    /** The lines of these deliveries, in their order. */
    @Transactional(readOnly = true)
    public List<Line> lines(List<Review> all) {
        return lines(all, Map.of(), Map.of());
    }

    /** The lines of these deliveries that were not saved, with what was typed and why. */
    @Transactional(readOnly = true)
    public List<Line> again(List<Review> all, Map<String, String> sent, Saved saved) {
        return lines(all, sent, saved.told());
    }

    private List<Line> lines(List<Review> all, Map<String, String> sent, Map<UUID, String> told) {
        Map<UUID, Student> names =
                students.byIds(all.stream().map(Review::student).toList());
        List<Line> lines = new ArrayList<>();
        for (Review review : all) {
            Student student = names.get(review.student());
            if (student != null) {
                lines.add(line(review, student, sent, told));
            }
        }
        return lines;
    }

    private Line line(Review review, Student student, Map<String, String> sent, Map<UUID, String> told) {
        String was = review.effect().map(Effect::code).orElse("");
        String why = told.getOrDefault(review.delivery(), "");
        return new Line(
                review.delivery(),
                student.id(),
                student.name(),
                title(review.intervention()) + ", " + Dates.words(review.on()),
                review.outcome().map(UUID::toString).orElse(""),
                was,
                review.note(),
                why.isEmpty() ? was : sent.getOrDefault("outcome-" + review.delivery(), ""),
                why.isEmpty() ? review.note() : note(sent, review.delivery()),
                recorded(review),
                why);
    }

    private static String recorded(Review review) {
        if (review.effect().isEmpty()) {
            return "To be reviewed on " + Dates.words(review.reviewOn()) + ".";
        }
        String who = review.by().isEmpty() ? "" : "Recorded by " + review.by() + ". ";
        return review.open() ? who + "To be reviewed again on " + Dates.words(review.reviewOn()) + "." : who.strip();
    }

    private String title(String code) {
        return book.recommender().book().catalogue().title(code);
    }

    /** Saves what was typed on these lines; a line that says what it said before changes nothing. */
    @Transactional
    public Saved save(StaffMember person, List<UUID> lines, Map<String, String> sent) {
        return save(person, lines, line -> true, sent);
    }

    /** As {@link #save(StaffMember, List, Map)}, of a sheet that has only lines that are {@code allowed}. */
    @Transactional
    public Saved save(StaffMember person, List<UUID> lines, Predicate<UUID> allowed, Map<String, String> sent) {
        Map<UUID, String> told = new LinkedHashMap<>();
        List<Mark> marks = new ArrayList<>();
        for (UUID delivery : lines) {
            String outcome = sent.getOrDefault("outcome-" + delivery, "");
            String note = note(sent, delivery);
            String again = sent.getOrDefault("again-" + delivery, "");
            Optional<Effect> effect = Effect.of(outcome);
            boolean same = outcome.equals(sent.getOrDefault("was-" + delivery, ""))
                    && note.equals(FreeText.clean(sent.getOrDefault("was-note-" + delivery, "")))
                    && (effect.isEmpty() || effect.get() != Effect.TOO_EARLY || again.isEmpty());
            if (same) {
                continue;
            }
            if (!allowed.test(delivery)) {
                told.put(delivery, "It is not on this sheet any more.");
            } else if (effect.isEmpty()) {
                told.put(delivery, "Choose how it went: a note is kept with an outcome.");
            } else if (note.length() > LONGEST_NOTE) {
                told.put(delivery, "The note must be 1,000 characters or fewer.");
            } else {
                marks.add(new Mark(delivery, seen(sent, delivery), effect.get(), note, day(effect.get(), again)));
            }
        }
        Map<UUID, String> handedBack = marking.record(person.schoolId(), marks, person.staffId(), person.displayName());
        told.putAll(handedBack);
        return new Saved(marks.size() - handedBack.size(), told);
    }

    /** These deliveries, in this order, as they stand. */
    @Transactional(readOnly = true)
    public List<Review> read(UUID school, List<UUID> deliveries) {
        Map<UUID, Review> all = new HashMap<>(reviews.of(school, deliveries).stream()
                .collect(Collectors.toMap(Review::delivery, Function.identity())));
        return deliveries.stream()
                .filter(all::containsKey)
                .map(all::get)
                .map(java.util.Objects::requireNonNull)
                .toList();
    }

    private Optional<LocalDate> day(Effect effect, String weeks) {
        return effect == Effect.TOO_EARLY ? marking.inWeeks(weeks) : Optional.empty();
    }

    private static Optional<UUID> seen(Map<String, String> sent, UUID delivery) {
        return SentId.of(sent.getOrDefault("seen-" + delivery, ""));
    }

    private static String note(Map<String, String> sent, UUID delivery) {
        return FreeText.clean(sent.getOrDefault("note-" + delivery, ""));
    }
}
