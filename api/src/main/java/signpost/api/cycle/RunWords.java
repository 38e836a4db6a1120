package signpost.api.cycle;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import signpost.api.recommendations.Run;
import signpost.api.recommendations.Runs;
import signpost.engine.vocabulary.Dates;

/** The last run of a term, for a page. */
@Component
class RunWords {

    private final Runs runs;
    private final Clock clock;

    RunWords(Runs runs, Clock clock) {
        this.runs = runs;
        this.clock = clock;
    }

    void add(ModelAndView page, UUID school, UUID term) {
        Optional<Run> run = runs.last(school, term);
        page.addObject("run", run);
        page.addObject("runBegun", run.map(Run::requestedAt).map(this::moment).orElse(""));
        page.addObject(
                "runFinished", run.flatMap(Run::finishedAt).map(this::moment).orElse(""));
    }

    /** {@code 1 September 2026 at 08:05}. */
    String moment(Instant at) {
        return Dates.moment(at.atZone(clock.getZone()));
    }
}
