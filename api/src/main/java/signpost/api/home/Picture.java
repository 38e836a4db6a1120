package signpost.api.home;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import signpost.api.insights.Band;
import signpost.api.insights.Insights;
import signpost.api.insights.Measure;
import signpost.api.insights.TermFigures;
import signpost.api.schools.Permission;
import signpost.api.schools.StaffMember;

/** The school's picture: flags by year group, and plan state by year group and over the terms. */
@Service
class Picture {

    private final Insights insights;

    Picture(Insights insights) {
        this.insights = insights;
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
        return Bars.of(key, title, head, bands.stream().map(Band::words).toList(), bands.size() - 1, rows);
    }

    private static List<Integer> counts(TermFigures figures, Measure measure, Optional<String> year) {
        return measure.bands().stream()
                .map(band -> figures.students(measure, band, year))
                .toList();
    }
}
