package signpost.api.worth;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.pages.Capital;
import signpost.api.schools.StaffMember;
import signpost.api.terms.SchoolTerm;
import signpost.api.terms.Terms;
import signpost.engine.catalogue.Catalogue;

/** What came of a rule, term by term. */
@Component
class RuleHistory {

    /**
     * A term.
     *
     * @param now whether it is the one that runs
     * @param partly whether its firings began to be kept only after it had begun
     */
    record Line(UUID id, String term, boolean now, boolean partly, Told told) {}

    private final Counted counted;
    private final Terms terms;
    private final Clock clock;

    RuleHistory(Counted counted, Terms terms, Clock clock) {
        this.counted = counted;
        this.terms = terms;
        this.clock = clock;
    }

    /** The present term and every one before in which it fired, the last first. */
    @Transactional
    public List<Line> of(StaffMember person, String rule, Catalogue catalogue) {
        SchoolTerm now = terms.on(person.schoolId(), LocalDate.now(clock));
        Map<UUID, RuleCounts> counts = new HashMap<>();
        counted.ofRule(person.schoolId(), rule).forEach(one -> counts.put(one.term(), one));
        Set<UUID> partly = counted.partly(person.schoolId());
        counts.putIfAbsent(now.id(), RuleCounts.none(rule, now.id()));
        return terms.all(person.schoolId()).stream()
                .filter(term -> counts.containsKey(term.id()))
                .sorted(Comparator.comparing((SchoolTerm term) -> term.term().starts())
                        .reversed())
                .map(term -> new Line(
                        term.id(),
                        Capital.first(term.term().words()),
                        term.id().equals(now.id()),
                        partly.contains(term.id()),
                        Told.of(
                                counts.getOrDefault(term.id(), RuleCounts.none(rule, term.id())),
                                catalogue,
                                Seeing.careful(person))))
                .toList();
    }

    /** What a term is called. */
    @Transactional
    public Map<UUID, String> names(UUID school) {
        Map<UUID, String> names = new HashMap<>();
        terms.all(school)
                .forEach(term -> names.put(term.id(), Capital.first(term.term().words())));
        return names;
    }
}
