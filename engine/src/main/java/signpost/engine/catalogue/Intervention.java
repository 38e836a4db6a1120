package signpost.engine.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Something a school can do for a student.
 *
 * @param code short and stable, such as {@code PGI-01}
 * @param title as an adviser reads it
 * @param description what happens, in a sentence or two
 * @param deliveredBy who does it
 * @param hours how long it takes one time, in hours
 * @param unit what it uses up: adviser hour, teacher hour, group place, cash, partner slot
 * @param places students in one session; 1 when it is one to one
 * @param meetings how many meetings it takes to deliver it once; 1 when one delivers it
 * @param years year groups it is for, as written ({@code 10}, {@code leavers})
 * @param terms terms it is for, as written ({@code autumn}, {@code any})
 * @param repeats whether it is meant to happen more than once, each time under its own occurrence
 * @param evidence what is known of its effect
 * @param source where that stands
 * @param interviews kinds of interview that are this intervention, as written ({@code guidance}): to hold one is to deliver it
 * @param retired the day from which it is no longer offered, if there is one
 */
public record Intervention(
        String code,
        String title,
        String description,
        String deliveredBy,
        BigDecimal hours,
        String unit,
        int places,
        int meetings,
        List<String> years,
        List<String> terms,
        boolean repeats,
        String evidence,
        String source,
        List<String> interviews,
        Optional<LocalDate> retired) {

    public Intervention {
        years = List.copyOf(years);
        terms = List.copyOf(terms);
        interviews = List.copyOf(interviews);
    }

    /** Whether it can still be chosen on a day. */
    public boolean offeredOn(LocalDate day) {
        return retired.filter(from -> !from.isAfter(day)).isEmpty();
    }
}
