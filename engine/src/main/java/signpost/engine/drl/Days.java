package signpost.engine.drl;

import signpost.engine.profile.DayPoint;
import signpost.engine.rulebook.Due;

/** Writes a day as a call of the preamble's functions. */
final class Days {

    private Days() {}

    static String of(DayPoint point) {
        if (point instanceof DayPoint.Dated dated) {
            return "LocalDate.parse( " + Written.literal(dated.day().toString()) + " )";
        }
        if (point instanceof DayPoint.Today) {
            return "today( j )";
        }
        if (point instanceof DayPoint.DayOfYear day) {
            return "dayOfYear( j, " + Written.literal(day.day().toString()) + " )";
        }
        if (point instanceof DayPoint.EdgeOfTerm edge) {
            return edge(edge.start()) + "OfTerm( j, " + edge.terms() + " )";
        }
        if (point instanceof DayPoint.EdgeOfSeason edge) {
            return edge(edge.start()) + "OfSeason( j, \"" + edge.season().name() + "\" )";
        }
        if (point instanceof DayPoint.EdgeOfYear edge) {
            return edge(edge.start()) + "OfYear( j, " + edge.years() + " )";
        }
        if (point instanceof DayPoint.Shifted shifted) {
            return of(shifted.point()) + ".plusDays( " + shifted.days() + " )";
        }
        throw new IllegalArgumentException("no DRL for " + point.getClass());
    }

    static String of(Due due) {
        if (due instanceof Due.Within within) {
            return "within( $j, " + within.days() + " )";
        }
        if (due instanceof Due.By by) {
            return "by( $j, " + Written.literal(by.day().toString()) + " )";
        }
        if (due instanceof Due.ThisTerm) {
            return "thisTerm( $j )";
        }
        throw new IllegalArgumentException("no DRL for " + due.getClass());
    }

    private static String edge(boolean start) {
        return start ? "start" : "end";
    }
}
