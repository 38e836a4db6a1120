package signpost.api.insights;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import signpost.api.schools.Permission;
import signpost.api.schools.StaffMember;

/** A school's terms beside each other, one measure at a time, of all students or one year group. */
@Controller
@PreAuthorize("hasAuthority('SEE_STUDENTS')")
class ComparePage {

    /** A band with the pattern it is drawn in. */
    record Key(String words, String fill) {}

    /** A year group to choose. */
    record Choice(String value, String words) {}

    /** Year not known, as the address says it. */
    private static final String NOT_KNOWN = "unknown";

    private final Insights insights;

    ComparePage(Insights insights) {
        this.insights = insights;
    }

    @GetMapping("/terms/compare")
    ModelAndView compare(
            @RequestParam Optional<String> measure,
            @RequestParam Optional<String> year,
            @AuthenticationPrincipal StaffMember person) {
        Measure asked = measure.flatMap(Measure::named).orElse(Measure.PLAN);
        List<TermFigures> terms = insights.terms(person.schoolId());
        boolean careful = asked.special() && !person.may(Permission.SEE_SPECIAL_CATEGORY);
        List<Choice> years = careful ? List.of() : years(terms);
        Optional<String> group =
                year.filter(given -> years.stream().anyMatch(one -> one.value().equals(given)));
        List<Row> rows = terms.stream()
                .map(term -> Row.of(term, asked, group.map(ComparePage::key), careful))
                .toList();
        ModelAndView page = new ModelAndView("compare");
        page.addObject("measures", Measure.values());
        page.addObject("measure", asked);
        page.addObject("years", years);
        page.addObject("year", group.orElse(""));
        page.addObject("careful", careful);
        page.addObject("rows", rows);
        page.addObject("keys", keys(asked.bands()));
        page.addObject("chart", Chart.of(rows, asked.bands()));
        return page;
    }

    private static List<Key> keys(List<Band> bands) {
        List<Key> keys = new ArrayList<>();
        for (int at = 0; at < bands.size(); at++) {
            keys.add(new Key(bands.get(at).words(), Chart.fill(at, bands)));
        }
        return keys;
    }

    private static List<Choice> years(List<TermFigures> terms) {
        return terms.stream()
                .flatMap(term -> term.years().stream())
                .distinct()
                .sorted(TermFigures.YOUNGEST_FIRST)
                .map(year ->
                        year.isEmpty() ? new Choice(NOT_KNOWN, "Year not known") : new Choice(year, "Year " + year))
                .toList();
    }

    private static String key(String year) {
        return year.equals(NOT_KNOWN) ? "" : year;
    }
}
