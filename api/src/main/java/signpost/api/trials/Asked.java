package signpost.api.trials;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import signpost.api.pages.Capital;
import signpost.engine.evaluation.Account;
import signpost.engine.evaluation.Aim;
import signpost.engine.evaluation.Recommender;
import signpost.engine.evaluation.Seen;
import signpost.engine.evaluation.WhatWouldChange;
import signpost.engine.profile.StudentOnDate;
import signpost.engine.rulebook.Answer;
import signpost.engine.vocabulary.Dates;

/**
 * Why a rule applies to a student, or does not, and what would change that.
 *
 * @param answer in a word or two
 * @param change the smallest change after which it would be otherwise
 * @param facts what the rule looked at
 */
record Asked(String answer, String paragraph, String why, String source, String change, List<Line> facts) {

    /** A fact; what is not known says so. */
    record Line(String title, String value, String source, String confirmed) {}

    static Asked of(Recommender recommender, StudentOnDate student, Account account) {
        Answer answer = account.explanation().answer();
        String rule = account.explanation().rule();
        Aim aim = switch (answer) {
            case TRUE -> new Aim.RuleStops(rule);
            case FALSE -> new Aim.RuleFires(rule);
            case UNKNOWN -> new Aim.RuleTells(rule);
        };
        return new Asked(
                words(answer),
                account.paragraph(),
                account.explanation().why(),
                account.explanation().source(),
                WhatWouldChange.of(recommender.book(), student, aim)
                        .map(WhatWouldChange::sentence)
                        .orElse(""),
                facts(account));
    }

    private static String words(Answer answer) {
        return switch (answer) {
            case TRUE -> "it applies";
            case FALSE -> "it does not apply";
            case UNKNOWN -> "it cannot tell";
        };
    }

    private static List<Line> facts(Account account) {
        Set<String> told = new HashSet<>();
        List<Line> lines = new ArrayList<>();
        account.explanation().conditions().stream()
                .flatMap(read -> read.seen().stream())
                .filter(seen -> told.add(seen.title() + seen.value()))
                .forEach(seen -> lines.add(line(seen)));
        return lines;
    }

    private static Line line(Seen seen) {
        return new Line(
                Capital.first(seen.title()),
                seen.value(),
                seen.source().orElse(""),
                seen.confirmedOn().map(Dates::words).orElse(""));
    }
}
