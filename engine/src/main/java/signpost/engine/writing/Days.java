package signpost.engine.writing;

import java.util.List;
import signpost.engine.profile.DayPoint;
import signpost.engine.vocabulary.Dates;

/** Says days and stretches of days as rules do. */
final class Days {

    /** Days that are not dates. */
    static final List<Choice> NAMED = List.of(
            Choice.of("today"),
            Choice.of("the start of this term"),
            Choice.of("the end of this term"),
            Choice.of("the start of last term"),
            Choice.of("the end of last term"),
            Choice.of("the start of next term"),
            Choice.of("the end of next term"),
            Choice.of("the start of the autumn term"),
            Choice.of("the end of the autumn term"),
            Choice.of("the start of the spring term"),
            Choice.of("the end of the spring term"),
            Choice.of("the start of the summer term"),
            Choice.of("the end of the summer term"),
            Choice.of("the start of this academic year"),
            Choice.of("the end of this academic year"),
            Choice.of("the start of last academic year"),
            Choice.of("the end of last academic year"),
            Choice.of("the start of next academic year"),
            Choice.of("the end of next academic year"));

    /** Stretches a date may lie in. */
    static final List<Choice> PERIODS = List.of(
            Choice.of("this term"),
            Choice.of("last term"),
            Choice.of("next term"),
            Choice.of("the autumn term"),
            Choice.of("the spring term"),
            Choice.of("the summer term"),
            Choice.of("this academic year"),
            Choice.of("last academic year"),
            Choice.of("next academic year"));

    private Days() {}

    static String words(DayPoint point) {
        if (point instanceof DayPoint.Dated dated) {
            return Dates.words(dated.day());
        }
        if (point instanceof DayPoint.DayOfYear day) {
            return Dates.words(day.day());
        }
        if (point instanceof DayPoint.Shifted shifted) {
            return shifted(shifted);
        }
        return point instanceof DayPoint.Today
                ? "today"
                : (starts(point) ? "the start of " : "the end of ") + of(point);
    }

    private static String shifted(DayPoint.Shifted shifted) {
        boolean back = shifted.days() <= 0;
        String span = span(Math.abs(shifted.days()));
        return shifted.point() instanceof DayPoint.Today && back
                ? span + " ago"
                : span + (back ? " before " : " after ") + words(shifted.point());
    }

    /** {@code last term}, {@code the autumn term}: the stretch whose first or last day it is. */
    static String of(DayPoint edge) {
        if (edge instanceof DayPoint.EdgeOfSeason season) {
            return "the " + season.season().words() + " term";
        }
        if (edge instanceof DayPoint.EdgeOfYear year) {
            return which(year.years()) + " academic year";
        }
        return edge instanceof DayPoint.EdgeOfTerm term ? which(term.terms()) + " term" : "";
    }

    static boolean starts(DayPoint edge) {
        return (edge instanceof DayPoint.EdgeOfSeason season && season.start())
                || (edge instanceof DayPoint.EdgeOfYear year && year.start())
                || (edge instanceof DayPoint.EdgeOfTerm term && term.start());
    }

    private static String which(int steps) {
        return steps == 0 ? "this" : steps < 0 ? "last" : "next";
    }

    /** {@code 6 weeks}, {@code 10 days}. */
    static String span(int days) {
        boolean weeks = days > 0 && days % 7 == 0;
        int count = weeks ? days / 7 : days;
        return count + (weeks ? " week" : " day") + (count == 1 ? "" : "s");
    }
}
