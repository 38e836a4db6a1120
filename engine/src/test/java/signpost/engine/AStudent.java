package signpost.engine;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import signpost.engine.profile.Fact;
import signpost.engine.profile.Profile;
import signpost.engine.profile.Source;
import signpost.engine.profile.StudentOnDate;
import signpost.engine.profile.TermCalendar;
import signpost.engine.vocabulary.Attribute;
import signpost.engine.vocabulary.Reading;
import signpost.engine.vocabulary.ValueReader;
import signpost.engine.vocabulary.Vocabulary;

/** A student of whom only what a test states is known. */
public final class AStudent {

    public static final LocalDate TODAY = LocalDate.of(2026, 10, 12);

    private static final Vocabulary VOCABULARY =
            ABook.when("attendance is known").read().vocabulary();

    private final Map<String, Fact.Known> facts = new HashMap<>();
    private LocalDate on = TODAY;
    private String id = "S1";

    private AStudent() {}

    public static AStudent aStudent() {
        return new AStudent();
    }

    public static AStudent aYear11Student() {
        return new AStudent().with("nc_year", "11");
    }

    public AStudent named(String name) {
        id = name;
        return this;
    }

    public AStudent withAttendance(String percentage) {
        return with("attendance_pct", percentage);
    }

    public AStudent withSuspensions(String count) {
        return with("suspensions_count", count);
    }

    /** A value as an export writes it; a blank leaves the attribute unknown. */
    public AStudent with(String key, String value) {
        return withConfirmed(key, value, on);
    }

    public AStudent withConfirmed(String key, String value, LocalDate day) {
        Attribute attribute = VOCABULARY.byKey(key).orElseThrow();
        if (ValueReader.read(attribute, value) instanceof Reading.Read read) {
            facts.put(key, new Fact.Known(read.value(), Source.MIS, day));
        } else if (!value.isBlank()) {
            throw new AssertionError(key + " cannot be " + value);
        }
        return this;
    }

    public AStudent on(LocalDate day) {
        on = day;
        return this;
    }

    public StudentOnDate seen() {
        return new StudentOnDate(new Profile(id, facts), on, TermCalendar.english());
    }
}
