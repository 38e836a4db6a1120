package signpost.api.recommendations;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.rulebooks.BookInForce;
import signpost.api.terms.SchoolTerm;
import signpost.api.terms.Terms;
import signpost.engine.evaluation.Judgement;
import signpost.engine.evaluation.Recommender;

/** Judges the students who wait and writes what changed, each batch in one transaction under a lock on its students. */
@Service
class Evaluator {

    /** Students in one transaction: large enough for sets, small enough not to hold locks for long. */
    private static final int BATCH = 500;

    private final BookInForce book;
    private final Terms terms;
    private final StudentsJudged judged;
    private final Recommendations recommendations;
    private final Standings standings;
    private final RaisedFlags raised;
    private final Firings firings;
    private final Evaluations waiting;
    private final ChangeWriter writer;
    private final EarlierTerms earlier;
    private final Runs runs;
    private final Clock clock;

    Evaluator(
            BookInForce book,
            Terms terms,
            StudentsJudged judged,
            Recommendations recommendations,
            Standings standings,
            RaisedFlags raised,
            Firings firings,
            Evaluations waiting,
            ChangeWriter writer,
            EarlierTerms earlier,
            Runs runs,
            Clock clock) {
        this.book = book;
        this.terms = terms;
        this.judged = judged;
        this.recommendations = recommendations;
        this.standings = standings;
        this.raised = raised;
        this.firings = firings;
        this.waiting = waiting;
        this.writer = writer;
        this.earlier = earlier;
        this.runs = runs;
        this.clock = clock;
    }

    /** Evaluates one batch of those who wait; how many there were. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public int nextBatch(UUID school) {
        List<Evaluations.Waiting> taken = waiting.take(school, BATCH, clock.instant());
        evaluate(school, taken);
        return taken.size();
    }

    /** Evaluates those of these students who wait and whom nobody else has. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void now(UUID school, Collection<UUID> wanted) {
        evaluate(school, waiting.take(school, wanted));
    }

    private void evaluate(UUID school, List<Evaluations.Waiting> taken) {
        if (taken.isEmpty()) {
            return;
        }
        LocalDate today = LocalDate.now(clock);
        Instant now = clock.instant();
        Recommender recommender = book.agreed();
        SchoolTerm term = terms.working(school, today);
        List<UUID> ordered = taken.stream().map(Evaluations.Waiting::student).toList();
        List<Judgement> judgements = recommender.judge(judged.on(school, recommender.book(), ordered, today));
        Map<UUID, List<Recommendation>> kept = recommendations.ofStudents(school, ordered);
        Map<UUID, Standings.Kept> before = standings.kept(school, ordered);
        List<Change> changes = new ArrayList<>();
        Map<UUID, Run.Changed> changedByRun = new HashMap<>();
        Map<UUID, Standing> changed = new LinkedHashMap<>();
        Map<UUID, List<String>> fired = new LinkedHashMap<>();
        boolean begun = term.term().includes(today);
        String digest = recommender.book().digest();
        for (int at = 0; at < ordered.size(); at++) {
            UUID student = ordered.get(at);
            Judgement judgement = judgements.get(at);
            List<Change> found = new Differences(
                            student, term, recommender.book(), judgement, kept.getOrDefault(student, List.of()))
                    .find(begun);
            changes.addAll(found);
            taken.get(at).run().ifPresent(run -> changedByRun.merge(run, Run.Changed.of(found), Run.Changed::and));
            fired.put(student, judgement.fired());
            Standing standing = Standing.of(judgement);
            if (!new Standings.Kept(term.id(), digest, standing).equals(before.get(student))) {
                changed.put(student, standing);
            }
        }
        writer.write(school, term.id(), digest, changes, now);
        List<UUID> moved = moved(before, term.id());
        if (!moved.isEmpty()) {
            earlier.putAside(school, term.id(), moved);
        }
        standings.write(school, term.id(), digest, today, changed);
        raised.write(school, changed, now);
        if (begun) {
            firings.write(school, term.id(), fired);
        }
        waiting.done(school, taken);
        changedByRun.forEach((run, did) -> runs.progress(school, run, counted(taken, run), did));
    }

    private static int counted(List<Evaluations.Waiting> taken, UUID run) {
        return (int) taken.stream()
                .filter(found -> found.run().filter(run::equals).isPresent())
                .count();
    }

    /** Those who were last judged in an earlier term. */
    private static List<UUID> moved(Map<UUID, Standings.Kept> before, UUID term) {
        return before.entrySet().stream()
                .filter(kept -> !kept.getValue().term().equals(term))
                .map(Map.Entry::getKey)
                .toList();
    }
}
