package signpost.engine.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import signpost.engine.evaluation.Judgement;
import signpost.engine.rulebook.Subject;
import signpost.engine.text.Line;

/** Lets a failing scenario expect what came out instead: of its file only the lines that fail are written anew. */
public final class ExpectInstead {

    private final Set<Line> gone = new HashSet<>();
    private final List<String> expect = new ArrayList<>();
    private final List<String> expectNot = new ArrayList<>();

    private ExpectInstead() {}

    /**
     * The text of the scenario's file with other expectations.
     *
     * @param file its text when the scenario was run, its lines ended by a line feed
     * @return nothing where the scenario does not fail, stands in a table, or is not where it was
     */
    public static Optional<String> in(String file, Tried tried) {
        if (tried.problems().isEmpty() || !tried.scenario().place().file().endsWith(".txt")) {
            return Optional.empty();
        }
        ExpectInstead instead = new ExpectInstead();
        instead.look(tried.scenario(), tried.judgement());
        return instead.rewritten(Arrays.asList(file.split("\n", -1)), tried.scenario());
    }

    private void look(Scenario scenario, Judgement judgement) {
        scenario.expected().stream()
                .filter(expected -> !ScenarioRun.met(expected, judgement))
                .forEach(expected -> missing(expected, judgement));
        scenario.unexpected().stream()
                .filter(unexpected -> ScenarioRun.met(unexpected, judgement))
                .forEach(unexpected -> moved(unexpected, expect));
    }

    private void missing(Expectation expected, Judgement judgement) {
        if (expected instanceof Expectation.Score score) {
            gone.add(expected.line());
            expect.add("the " + score.score() + " score is "
                    + Optional.ofNullable(judgement.scores().get(score.score()))
                            .orElse(Subject.Points.NONE)
                            .words());
        } else if (expected instanceof Expectation.Nothing) {
            gone.add(expected.line());
            judgement.flags().forEach(flag -> expect.add("flag \"" + flag.flag() + "\""));
            judgement.recommendations().stream()
                    .map(made -> "recommend " + made.intervention())
                    .distinct()
                    .forEach(expect::add);
        } else {
            moved(expected, expectNot);
        }
    }

    private void moved(Expectation expectation, List<String> to) {
        gone.add(expectation.line());
        to.add(expectation.line().text());
    }

    private Optional<String> rewritten(List<String> lines, Scenario scenario) {
        int first = scenario.place().line() - 1;
        int last = Stream.concat(scenario.expected().stream(), scenario.unexpected().stream())
                .mapToInt(expectation -> expectation.line().number() - 1)
                .max()
                .orElse(first);
        boolean there = last < lines.size()
                && lines.get(first).contains(scenario.name())
                && gone.stream()
                        .allMatch(line -> lines.get(line.number() - 1).strip().equals(line.text()));
        if (!there) {
            return Optional.empty();
        }
        Set<Integer> positions = new HashSet<>();
        gone.forEach(line -> positions.add(line.number() - 1 - first));
        List<String> written = new ArrayList<>(lines.subList(0, first));
        written.addAll(new Expecting(lines.subList(first, last + 1), positions).with(expect, expectNot));
        written.addAll(lines.subList(last + 1, lines.size()));
        return Optional.of(String.join("\n", written));
    }
}
