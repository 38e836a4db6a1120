package signpost.engine.analysis;

import java.time.LocalDate;
import signpost.engine.profile.DayPoint;
import signpost.engine.profile.TermCalendar;

/** Tells days named in rules apart by what they depend on. */
final class DayPoints {

    private DayPoints() {}

    /** Whether it is one date, whatever the day judged. */
    static boolean dated(DayPoint point) {
        return point instanceof DayPoint.Dated || (point instanceof DayPoint.Shifted shifted && dated(shifted.point()));
    }

    /** Whether it moves with the day judged and with nothing else. */
    static boolean fromToday(DayPoint point) {
        return point instanceof DayPoint.Today
                || (point instanceof DayPoint.Shifted shifted && fromToday(shifted.point()));
    }

    /** Whether schools with other terms mean the same day by it. INVARIANT: then it is one date in an academic year. */
    static boolean withoutTerms(DayPoint point) {
        return dated(point)
                || point instanceof DayPoint.DayOfYear
                || point instanceof DayPoint.EdgeOfYear
                || (point instanceof DayPoint.Shifted shifted && withoutTerms(shifted.point()));
    }

    /** The date meant in the academic year that holds {@code on}. */
    static LocalDate seenFrom(DayPoint point, LocalDate on) {
        return point.seenFrom(on, TermCalendar.english());
    }
}
