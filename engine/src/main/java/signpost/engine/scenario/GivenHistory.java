package signpost.engine.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import signpost.engine.profile.Fact;
import signpost.engine.profile.History;
import signpost.engine.profile.Source;
import signpost.engine.profile.TermCalendar;
import signpost.engine.profile.Value;
import signpost.engine.rulebook.Condition;
import signpost.engine.rulebook.Span;

/**
 * What a scenario says of earlier days. Once it says anything of last term's flags, the others were not raised; once it
 * says anything of help, nothing else was done.
 */
final class GivenHistory {

    private record Done(String intervention, History.Step step, Span span) {}

    private final Set<String> flags = new HashSet<>();
    private final List<Done> help = new ArrayList<>();
    private final Map<String, Value> lastTerm = new HashMap<>();
    private boolean flagsKnown;
    private boolean helpKnown;

    /** Takes a condition about earlier days; false when this one is not. */
    boolean take(Condition condition, boolean holds) {
        if (condition instanceof Condition.Not not) {
            return take(not.part(), !holds);
        }
        if (condition instanceof Condition.FlaggedLastTerm last) {
            flagsKnown = true;
            if (holds) {
                flags.add(last.flag());
            }
            return true;
        }
        if (condition instanceof Condition.Helped helped) {
            helpKnown = true;
            if (holds) {
                help.add(new Done(helped.intervention(), helped.step(), helped.span()));
            }
            return true;
        }
        return false;
    }

    void lastTerm(String key, Value value) {
        lastTerm.put(key, value);
    }

    History on(LocalDate day, TermCalendar calendar) {
        LocalDate termEnded = calendar.before(day, 1).ends();
        Map<String, Fact.Known> then = new HashMap<>();
        lastTerm.forEach((key, value) -> then.put(key, new Fact.Known(value, Source.SCENARIO, termEnded)));
        return new History(
                flagsKnown ? Optional.of(flags) : Optional.empty(), helpKnown ? help(day, termEnded) : Map.of(), then);
    }

    private Map<History.Step, List<History.Help>> help(LocalDate day, LocalDate termEnded) {
        Map<History.Step, List<History.Help>> steps = new EnumMap<>(History.Step.class);
        for (History.Step step : History.Step.values()) {
            steps.put(
                    step,
                    help.stream()
                            .filter(done -> done.step() == step)
                            .map(done -> new History.Help(
                                    done.intervention(), done.span() == Span.LAST_TERM ? termEnded : day))
                            .toList());
        }
        return steps;
    }
}
