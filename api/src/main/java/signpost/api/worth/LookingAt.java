package signpost.api.worth;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.rulebooks.BookInForce;
import signpost.api.schools.StaffMember;
import signpost.api.terms.SchoolTerm;
import signpost.api.terms.Terms;
import signpost.engine.rulebook.Rule;
import signpost.engine.rulebook.RuleBook;
import signpost.engine.vocabulary.Dates;

/** Finds the rules that somebody should look at. */
@Component
class LookingAt {

    private final Counted counted;
    private final GroupsOfSchool groups;
    private final WellPlaced wellPlaced;
    private final BookInForce inForce;
    private final Terms terms;
    private final Clock clock;

    LookingAt(
            Counted counted,
            GroupsOfSchool groups,
            WellPlaced wellPlaced,
            BookInForce inForce,
            Terms terms,
            Clock clock) {
        this.counted = counted;
        this.groups = groups;
        this.wellPlaced = wellPlaced;
        this.inForce = inForce;
        this.terms = terms;
        this.clock = clock;
    }

    /** Decided and overridden, and whether it fired at all, this academic year. */
    private record Year(int decided, int overridden, boolean fired) {
        Year with(RuleCounts counts) {
            return new Year(
                    decided + counts.decided(), overridden + counts.overriddenInAll(), fired || counts.fired() > 0);
        }
    }

    /** Every reason to look, with the rules in force today that it brings up. */
    @Transactional
    public List<ToLookAt> rules(StaffMember person) {
        LocalDate today = LocalDate.now(clock);
        UUID school = person.schoolId();
        RuleBook book = inForce.recommender().book();
        List<Rule> rules =
                book.rules().stream().filter(rule -> rule.inForceOn(today)).toList();
        SchoolTerm now = terms.on(school, today);
        List<UUID> termsOfYear = terms.year(school, now.term().academicYear()).stream()
                .map(SchoolTerm::id)
                .toList();
        Map<String, Year> year = year(school, termsOfYear);
        boolean careful = Seeing.careful(person);
        return List.of(
                overridden(rules, year, careful),
                mainly(rules, counted.students(school, now.id()), groups.of(school, book.vocabulary()), careful),
                overdue(rules, today),
                neverFired(rules, year, !Collections.disjoint(counted.partly(school), termsOfYear)),
                wellPlaced.among(rules, school, careful));
    }

    private Map<String, Year> year(UUID school, List<UUID> ids) {
        Map<String, Year> years = new HashMap<>();
        counted.ofSchool(school).stream()
                .filter(one -> ids.contains(one.term()))
                .forEach(one ->
                        years.merge(one.rule(), new Year(0, 0, false).with(one), (before, next) -> before.with(one)));
        return years;
    }

    private static ToLookAt overridden(List<Rule> rules, Map<String, Year> years, boolean careful) {
        List<ToLookAt.Line> lines = new ArrayList<>();
        for (Rule rule : rules) {
            Year year = years.getOrDefault(rule.name(), new Year(0, 0, false));
            if (Thresholds.oftenOverridden(year.overridden(), year.decided())) {
                boolean few = Parts.told(List.of(year.overridden(), year.decided() - year.overridden()), careful)
                        .contains(java.util.Optional.<Integer>empty());
                lines.add(new ToLookAt.Line(
                        rule.name(),
                        few
                                ? "The numbers are too small to show."
                                : "Overridden " + year.overridden() + " times of " + year.decided() + " decided."));
            }
        }
        return new ToLookAt(
                "overridden",
                "Often overridden",
                "At least " + Thresholds.OVERRIDDEN_PERCENT
                        + " of 100 decisions this academic year were overrides, of at" + " least "
                        + Thresholds.DECISIONS + " decisions.",
                "No rule was overridden that often.",
                lines);
    }

    private static ToLookAt neverFired(List<Rule> rules, Map<String, Year> years, boolean partly) {
        return new ToLookAt(
                "never-fired",
                "Never fired this year",
                "In force today, and this academic year its conditions held for nobody. Some rules wait for a later term:"
                        + " their conditions say so."
                        + (partly
                                ? " Signpost began to keep this during the year: of the time before, flags that were"
                                        + " cleared and rules that only give points are missing."
                                : ""),
                "Every rule has fired.",
                rules.stream()
                        .filter(rule -> !years.getOrDefault(rule.name(), new Year(0, 0, false))
                                .fired())
                        .map(rule -> new ToLookAt.Line(
                                rule.name(),
                                rule.from()
                                        .map(from -> "In force since " + Dates.words(from) + ".")
                                        .orElse("Always in force.")))
                        .toList());
    }

    private static ToLookAt overdue(List<Rule> rules, LocalDate today) {
        return new ToLookAt(
                "overdue",
                "Review overdue",
                "The day by which its owner was to look at it again has passed.",
                "No review is overdue.",
                rules.stream()
                        .filter(rule -> rule.reviewBy()
                                .filter(day -> day.isBefore(today))
                                .isPresent())
                        .map(rule -> new ToLookAt.Line(
                                rule.name(),
                                "Review by " + Dates.words(rule.reviewBy().orElseThrow()) + ". "
                                        + (rule.owner().isEmpty()
                                                ? "Nobody is named as its owner."
                                                : rule.owner() + ".")))
                        .toList());
    }

    private static ToLookAt mainly(
            List<Rule> rules, Map<String, List<UUID>> fired, List<Group> groups, boolean careful) {
        List<ToLookAt.Line> lines = new ArrayList<>();
        for (Rule rule : rules) {
            for (Group group : groups) {
                Falling.of(rule, group, fired.getOrDefault(rule.name(), List.of()))
                        .filter(falling -> !careful || falling.tells())
                        .ifPresent(falling -> lines.add(new ToLookAt.Line(rule.name(), falling.words())));
            }
        }
        return new ToLookAt(
                "one-group",
                "Falls mainly on one group",
                "This term it fired at least " + Thresholds.TIMES
                        + " times as often in the group as among all students of"
                        + " whom it is known whether they belong to it, and for at least " + Thresholds.IN_GROUP
                        + " of the group. Looked at: sex, SEND, free school meals, in care, English as an additional"
                        + " language, and ethnicity where the school holds it."
                        + (careful ? " What could tell of fewer than " + Parts.LEAST + " students is left out." : ""),
                "No rule falls so much on one group that it shows.",
                lines);
    }
}
