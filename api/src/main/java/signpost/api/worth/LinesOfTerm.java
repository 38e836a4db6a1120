package signpost.api.worth;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.rulebooks.BookInForce;
import signpost.api.rulebooks.RuleFigures;
import signpost.api.schools.StaffMember;
import signpost.api.terms.Terms;
import signpost.engine.rulebook.Rule;
import signpost.engine.rulebook.RuleBook;

/** A line of figures of this term for every rule in force. */
@Component
class LinesOfTerm implements RuleFigures {

    private final Counted counted;
    private final BookInForce inForce;
    private final Terms terms;
    private final Clock clock;

    LinesOfTerm(Counted counted, BookInForce inForce, Terms terms, Clock clock) {
        this.counted = counted;
        this.inForce = inForce;
        this.terms = terms;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Map<String, String> lines(StaffMember person) {
        RuleBook book = inForce.recommender().book();
        UUID term = terms.on(person.schoolId(), LocalDate.now(clock)).id();
        Map<String, RuleCounts> counts = new HashMap<>();
        counted.ofTerm(person.schoolId(), term).forEach(one -> counts.put(one.rule(), one));
        Map<String, String> lines = new HashMap<>();
        for (Rule rule : book.rules()) {
            RuleCounts one = counts.getOrDefault(rule.name(), RuleCounts.none(rule.name(), term));
            lines.put(rule.name(), FigureLine.of(Told.of(one, book.catalogue(), Seeing.careful(person))));
        }
        return lines;
    }
}
