package signpost.api.cycle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import signpost.api.pages.Mistakes;
import signpost.api.pages.TypedDay;
import signpost.api.terms.SchoolTerm;
import signpost.engine.profile.Term;
import signpost.engine.vocabulary.Dates;

/**
 * The days of an academic year as somebody typed them. The year itself runs from 1 September to 31 August; where one term
 * passes into the next is the school's to say, until the later one has begun.
 *
 * @param passes the last day of a term and the first of the next, for each two
 */
record TermDays(List<Pass> passes) {

    /**
     * From one term to the next.
     *
     * @param name of the form's fields: {@code name-ends} and {@code name-starts}
     * @param fixed whether the later term has begun, so that nothing can move any more
     */
    record Pass(String name, SchoolTerm earlier, SchoolTerm later, boolean fixed, TypedDay ends, TypedDay starts) {

        public String legendOfEnd() {
            return "Last day of the " + earlier.term().season().words() + " term";
        }

        public String legendOfStart() {
            return "First day of the " + later.term().season().words() + " term";
        }

        public String words() {
            return Dates.words(earlier.term().ends()) + " is the last day of the "
                    + earlier.term().season().words() + " term, "
                    + Dates.words(later.term().starts())
                    + " the first of the " + later.term().season().words() + " term.";
        }
    }

    TermDays {
        passes = List.copyOf(passes);
    }

    static TermDays kept(List<SchoolTerm> year, LocalDate today) {
        return read(year, today, Optional.empty());
    }

    static TermDays typed(List<SchoolTerm> year, LocalDate today, Map<String, String> sent) {
        return read(year, today, Optional.of(sent));
    }

    private static TermDays read(List<SchoolTerm> year, LocalDate today, Optional<Map<String, String>> sent) {
        List<Pass> passes = new ArrayList<>();
        for (int at = 0; at + 1 < year.size(); at++) {
            SchoolTerm earlier = year.get(at);
            SchoolTerm later = year.get(at + 1);
            String name = earlier.term().season().words();
            boolean fixed = !later.term().starts().isAfter(today);
            passes.add(new Pass(
                    name,
                    earlier,
                    later,
                    fixed,
                    sent.filter(given -> !fixed)
                            .map(given -> TypedDay.of(given, name + "-ends"))
                            .orElseGet(() -> TypedDay.of(earlier.term().ends())),
                    sent.filter(given -> !fixed)
                            .map(given -> TypedDay.of(given, name + "-starts"))
                            .orElseGet(() -> TypedDay.of(later.term().starts()))));
        }
        return new TermDays(passes);
    }

    /** Whether any day of a year can still be changed. */
    static boolean editable(List<SchoolTerm> year, LocalDate today) {
        return kept(year, today).passes().stream().anyMatch(pass -> !pass.fixed());
    }

    /** {@code 2026/27}. */
    static String name(int academicYear) {
        return academicYear + "/" + Integer.toString(academicYear + 1).substring(2);
    }

    /** As a form names the days its reader saw. */
    static String seen(List<SchoolTerm> year) {
        return year.stream()
                .map(term -> term.term().starts() + "/" + term.term().ends())
                .collect(Collectors.joining(","));
    }

    /** Everything wrong with them. */
    Mistakes mistakes(LocalDate today) {
        return new TermDaysCheck(passes, today).mistakes();
    }

    /** The terms with these days, which have no mistakes. */
    List<SchoolTerm> terms() {
        List<SchoolTerm> terms = new ArrayList<>();
        LocalDate from = passes.get(0).earlier().term().starts();
        for (Pass pass : passes) {
            terms.add(with(pass.earlier(), from, pass.ends().day().orElseThrow()));
            from = pass.starts().day().orElseThrow();
        }
        SchoolTerm last = passes.get(passes.size() - 1).later();
        terms.add(with(last, from, last.term().ends()));
        return terms;
    }

    private static SchoolTerm with(SchoolTerm term, LocalDate starts, LocalDate ends) {
        Term former = term.term();
        return new SchoolTerm(term.id(), new Term(former.academicYear(), former.season(), starts, ends), term.state());
    }
}
