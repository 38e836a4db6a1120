package signpost.api.home;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import signpost.api.capacity.CapacityUsed;
import signpost.api.insights.Band;
import signpost.api.insights.Insights;
import signpost.api.insights.Measure;
import signpost.api.insights.TermFigures;
import signpost.api.schools.Permission;
import signpost.api.schools.StaffMember;

/** The school's picture: flags by year group, plan state by year group and over the terms, and the capacity used. */
@Service
class Picture {

    private static final List<String> PARTS = List.of("Accepted", "Go to suggestions", "Left");

    private final Insights insights;
    private final CapacityUsed capacity;

    Picture(Insights insights, CapacityUsed capacity) {
        this.insights = insights;
        this.capacity = capacity;
    }

    /** How much of the term's places and of the advisers' hours is used; nothing where nobody set any. */
    List<Bars> capacity(StaffMember person) {
        if (!person.may(Permission.DECIDE)) {
            return List.of();
        }
        CapacityUsed.Shares used = capacity.of(person.schoolId());
        return Stream.of(
                        used("places", "Places this term", "Intervention", "places", used.places()),
                        used("hours", "Hours of the advisers this term", "Adviser", "hours", used.hours()))
                .filter(bars -> !bars.rows().isEmpty())
                .toList();
    }

    private static Bars used(String key, String title, String head, String unit, List<CapacityUsed.Share> shares) {
        LinkedHashMap<String, List<Integer>> rows = new LinkedHashMap<>();
        shares.forEach(one -> rows.put(one.title(), List.of(one.accepted(), one.offered(), one.left())));
        return Bars.of(key, title, head, unit, PARTS, -1, rows);
    }

    /** What this person may see of it. */
    List<Bars> of(StaffMember person) {
        List<TermFigures> terms = insights.terms(person.schoolId());
        if (terms.isEmpty() || terms.get(terms.size() - 1).figures().isEmpty()) {
            return List.of();
        }
        TermFigures now = terms.get(terms.size() - 1);
        List<Bars> all = new ArrayList<>();
        if (!Measure.FLAGS.special() || person.may(Permission.SEE_SPECIAL_CATEGORY)) {
            all.add(byYear("flags", now, Measure.FLAGS));
        }
        all.add(byYear("plans", now, Measure.PLAN));
        all.add(byTerm(terms));
        return all;
    }

    private static Bars byYear(String key, TermFigures now, Measure measure) {
        LinkedHashMap<String, List<Integer>> rows = new LinkedHashMap<>();
        now.years()
                .forEach(year -> rows.put(
                        year.isEmpty() ? "Year not known" : "Year " + year, counts(now, measure, Optional.of(year))));
        return bars(key, measure.title() + ", by year group", "Year", measure, rows);
    }

    private static Bars byTerm(List<TermFigures> terms) {
        LinkedHashMap<String, List<Integer>> rows = new LinkedHashMap<>();
        terms.forEach(
                figures -> rows.put(figures.term().term().words(), counts(figures, Measure.PLAN, Optional.empty())));
        return bars("terms", Measure.PLAN.title() + ", term by term", "Term", Measure.PLAN, rows);
    }

    private static Bars bars(String key, String title, String head, Measure measure, Map<String, List<Integer>> rows) {
        List<Band> bands = measure.bands();
        return Bars.of(
                key, title, head, "students", bands.stream().map(Band::words).toList(), bands.size() - 1, rows);
    }

    private static List<Integer> counts(TermFigures figures, Measure measure, Optional<String> year) {
        return measure.bands().stream()
                .map(band -> figures.students(measure, band, year))
                .toList();
    }
}
