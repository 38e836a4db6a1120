package signpost.engine.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import signpost.engine.rulebook.Answer;
import signpost.engine.rulebook.Consequence;
import signpost.engine.rulebook.Subject;

/**
 * Turns what fired for a student into a judgement: rules that ask for the same thing become its reasons. One thread uses
 * it for one student after another.
 */
final class Gathering {

    private static final Comparator<Judgement.RaisedFlag> GRAVEST =
            Comparator.comparing(Judgement.RaisedFlag::severity).reversed().thenComparing(Judgement.RaisedFlag::flag);
    private static final Comparator<Judgement.Recommended> URGENT = Comparator.comparing(
                    Judgement.Recommended::severity)
            .reversed()
            .thenComparing(Judgement.Recommended::due)
            .thenComparing(Judgement.Recommended::intervention)
            .thenComparing(Judgement.Recommended::occurrence);

    private final Tally<ReadyRule.Raise> flags;
    private final Tally<ReadyRule.Ask> asked;
    private final Tally<ReadyRule.Out> ruledOut;
    private final Tally<ReadyRule.Out> perhapsRuledOut;
    private final List<ReadyRule.Ask> perhapsAsked = new ArrayList<>();
    private final List<Reason> cannotTell = new ArrayList<>();
    private final List<String> fired = new ArrayList<>();
    private boolean scored;

    Gathering(ReadyBook book) {
        this.flags = new Tally<>(book.flags());
        this.asked = new Tally<>(book.occasions());
        this.ruledOut = new Tally<>(book.interventions());
        this.perhapsRuledOut = new Tally<>(book.interventions());
    }

    Judgement judgement(Judged judged) {
        for (int at = 0; at < judged.count(); at++) {
            ReadyRule rule = judged.rule(at);
            scored |= !rule.points().isEmpty();
            if (judged.isCertain(at)) {
                fired(rule, new Reason(rule, Answer.TRUE, judged));
            } else {
                cannotTell(rule, new Reason(rule, Answer.UNKNOWN, judged));
            }
        }
        Judgement judgement = new Judgement(
                judged.student().profile().studentId(),
                fired,
                raised(),
                scores(judged),
                recommended(),
                withheld(),
                Reasons.of(cannotTell));
        clear();
        return judgement;
    }

    private void fired(ReadyRule rule, Reason reason) {
        fired.add(rule.rule().name());
        for (ReadyRule.Raise raise : rule.raises()) {
            flags.add(raise.number(), raise, raise.severity(), reason);
        }
        for (ReadyRule.Ask ask : rule.asks()) {
            asked.add(ask.number(), ask, ask.severity(), ask.recommend().due().from(reason.student()), reason);
        }
        for (ReadyRule.Out out : rule.outs()) {
            ruledOut.add(out.intervention(), out, reason);
        }
    }

    private void cannotTell(ReadyRule rule, Reason reason) {
        cannotTell.add(reason);
        perhapsAsked.addAll(rule.asks());
        for (ReadyRule.Out out : rule.outs()) {
            perhapsRuledOut.add(out.intervention(), out, reason);
        }
    }

    private void clear() {
        flags.clear();
        asked.clear();
        ruledOut.clear();
        perhapsRuledOut.clear();
        perhapsAsked.clear();
        cannotTell.clear();
        fired.clear();
        scored = false;
    }

    private List<Judgement.RaisedFlag> raised() {
        List<Judgement.RaisedFlag> raised = new ArrayList<>(flags.entries().size());
        for (Tally.Entry<ReadyRule.Raise> flag : flags.entries()) {
            raised.add(new Judgement.RaisedFlag(flag.of().flag(), flag.severity(), flag.reasons()));
        }
        raised.sort(GRAVEST);
        return raised;
    }

    private SortedMap<String, Subject.Points> scores(Judged judged) {
        if (!scored) {
            return Collections.emptySortedMap();
        }
        SortedMap<String, Subject.Points> scores = new TreeMap<>();
        for (int at = 0; at < judged.count(); at++) {
            for (Consequence.AddPoints adds : judged.rule(at).points()) {
                scores.computeIfAbsent(adds.score(), judged::score);
            }
        }
        return scores;
    }

    private List<Judgement.Recommended> recommended() {
        List<Judgement.Recommended> recommended =
                new ArrayList<>(asked.entries().size());
        for (Tally.Entry<ReadyRule.Ask> entry : asked.entries()) {
            Consequence.Recommend recommend = entry.of().recommend();
            int intervention = entry.of().intervention();
            if (!ruledOut.has(intervention)) {
                recommended.add(new Judgement.Recommended(
                        recommend.intervention(),
                        recommend.occurrence(),
                        entry.severity(),
                        entry.due(),
                        entry.reasons(),
                        perhapsRuledOut.reasons(intervention)));
            }
        }
        recommended.sort(URGENT);
        return recommended;
    }

    private List<Judgement.Withheld> withheld() {
        if (ruledOut.entries().isEmpty()) {
            return List.of();
        }
        Set<Integer> wanted = new TreeSet<>();
        asked.entries().forEach(entry -> wanted.add(entry.of().intervention()));
        perhapsAsked.forEach(ask -> wanted.add(ask.intervention()));
        return ruledOut.entries().stream()
                .filter(entry -> wanted.contains(entry.of().intervention()))
                .map(entry -> new Judgement.Withheld(entry.of().code(), entry.reasons()))
                .sorted(Comparator.comparing(Judgement.Withheld::intervention))
                .toList();
    }
}
