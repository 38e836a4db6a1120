package signpost.engine.evaluation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import signpost.engine.profile.StudentOnDate;
import signpost.engine.rulebook.Answer;
import signpost.engine.rulebook.Condition;
import signpost.engine.rulebook.Rule;
import signpost.engine.rulebook.RuleBook;
import signpost.engine.vocabulary.Attribute;

/**
 * The smallest change after which a rule or flag is as wished: the fewest facts, then the smallest steps. Each was judged
 * by the book before it is named.
 *
 * @param aim what was wished
 * @param already whether it is so without a change
 * @param smallest the facts to change; empty when no change was found
 * @param leftAlone facts the rules read that are not thought otherwise: dates, protected and special-category data, and what
 *     the vocabulary says cannot change
 * @param allTried whether every change of up to {@link #MOST_FACTS} facts was tried
 */
public record WhatWouldChange(
        Aim aim, boolean already, List<Step> smallest, List<Attribute> leftAlone, boolean allTried) {

    /** No change of more facts than this is looked for. */
    public static final int MOST_FACTS = 3;

    private static final int MOST_TRIED = 1_500;

    public WhatWouldChange {
        smallest = List.copyOf(smallest);
        leftAlone = List.copyOf(leftAlone);
    }

    /** Nothing when the book has no rule that the aim is about. */
    public static Optional<WhatWouldChange> of(RuleBook book, StudentOnDate stated, Aim aim) {
        StudentOnDate student = book.vocabulary().complete(stated);
        List<Rule> involved = involved(book, aim);
        if (involved.isEmpty()) {
            return Optional.empty();
        }
        Recommender recommender = new Recommender(only(book, involved));
        Steps steps = new Steps(student, involved);
        if (reached(recommender, student, aim)) {
            return Optional.of(new WhatWouldChange(aim, true, List.of(), steps.attributesLeftAlone(), true));
        }
        int tried = 0;
        for (int facts = 1; facts <= MOST_FACTS; facts++) {
            for (List<Step> change : Steps.combined(steps.choices(), facts, MOST_TRIED)) {
                if (++tried > MOST_TRIED) {
                    return Optional.of(new WhatWouldChange(aim, false, List.of(), steps.attributesLeftAlone(), false));
                }
                if (reached(recommender, steps.after(change), aim)) {
                    return Optional.of(new WhatWouldChange(aim, false, change, steps.attributesLeftAlone(), true));
                }
            }
        }
        return Optional.of(new WhatWouldChange(aim, false, List.of(), steps.attributesLeftAlone(), true));
    }

    private static boolean reached(Recommender recommender, StudentOnDate student, Aim aim) {
        Map<String, Answer> answers = new HashMap<>();
        recommender.explain(student).forEach(rule -> answers.put(rule.rule(), rule.answer()));
        return aim.reached(recommender.book().rules().stream(), answers);
    }

    /** The rules the aim is about, and those whose flags and scores they read, and so on. */
    private static List<Rule> involved(RuleBook book, Aim aim) {
        Set<Rule> involved = new HashSet<>();
        Set<String> read = new HashSet<>();
        List<List<Rule>> strata = book.strata();
        for (int stratum = strata.size() - 1; stratum >= 0; stratum--) {
            for (Rule rule : strata.get(stratum)) {
                if (aim.about(rule) || gives(rule).anyMatch(read::contains)) {
                    involved.add(rule);
                    rule.allConditions().flatMap(WhatWouldChange::reads).forEach(read::add);
                }
            }
        }
        return book.rules().stream().filter(involved::contains).toList();
    }

    private static Stream<String> gives(Rule rule) {
        return Stream.concat(
                rule.flags().map(flag -> "flag " + flag.flag()),
                rule.points().map(points -> "score " + points.score()));
    }

    private static Stream<String> reads(Condition condition) {
        if (condition instanceof Condition.Flagged flagged) {
            return Stream.of("flag " + flagged.flag());
        }
        return condition instanceof Condition.Scores scores ? Stream.of("score " + scores.score()) : Stream.empty();
    }

    private static RuleBook only(RuleBook book, List<Rule> rules) {
        List<List<Rule>> strata = book.strata().stream()
                .map(stratum -> stratum.stream().filter(rules::contains).toList())
                .filter(stratum -> !stratum.isEmpty())
                .toList();
        return book.withStrata(strata);
    }

    /** {@code The flag "Persistent absence" would clear if attendance were 90.1% rather than 88%.} */
    public String sentence() {
        if (already) {
            return subject() + " " + verb("already") + ".";
        }
        if (smallest.isEmpty()) {
            return "Signpost found no change of up to " + MOST_FACTS + " facts after which " + lower(subject()) + " "
                    + verb("would") + "." + notTried();
        }
        return subject() + " " + verb("would") + " if "
                + smallest.stream().map(Step::words).collect(Collectors.joining(" and ")) + ".";
    }

    private String notTried() {
        String left = leftAlone.isEmpty()
                ? ""
                : " It left alone what cannot or should not change: "
                        + leftAlone.stream().map(Attribute::called).collect(Collectors.joining(", ")) + ".";
        return (allTried ? "" : " There were too many to try them all.") + left;
    }

    private String subject() {
        return aim instanceof Aim.FlagCleared ? "The flag \"" + aim.name() + "\"" : "The rule \"" + aim.name() + "\"";
    }

    private static String lower(String subject) {
        return Character.toLowerCase(subject.charAt(0)) + subject.substring(1);
    }

    private String verb(String when) {
        boolean would = when.equals("would");
        if (aim instanceof Aim.FlagCleared) {
            return would ? "would clear" : "is not raised as it is";
        }
        if (aim instanceof Aim.RuleFires) {
            return would ? "would fire" : "fires already";
        }
        if (aim instanceof Aim.RuleStops) {
            return would ? "would not fire" : "does not fire as it is";
        }
        return would ? "could tell" : "can tell already";
    }
}
