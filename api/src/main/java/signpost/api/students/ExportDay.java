package signpost.api.students;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import signpost.engine.vocabulary.Dates;

/** The day that what is sent was true: today, unless the sender names an earlier one. */
@Component
public class ExportDay {

    private final Clock clock;

    ExportDay(Clock clock) {
        this.clock = clock;
    }

    /** Today, in London. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Reads it; a later day than today would keep real news out until then, so it is refused. */
    public LocalDate read(@Nullable String asOf, FieldProblems problems) {
        LocalDate today = today();
        if (asOf == null || asOf.isBlank()) {
            return today;
        }
        Optional<LocalDate> day = Dates.read(asOf.strip());
        if (day.isEmpty()) {
            problems.add("asOf", "is not a date such as 2026-09-01");
        } else if (day.get().isAfter(today)) {
            problems.add("asOf", "is after today");
        }
        return day.orElse(today);
    }
}
