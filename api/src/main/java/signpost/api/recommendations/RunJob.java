package signpost.api.recommendations;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One job a run, claimed by one replica; a job whose replica died is taken over by another, from where it was. */
@Configuration(proxyBeanMethods = false)
class RunJob {

    static final String NAME = "term-run";

    /** Who finds the rest in other hands looks again soon, and leaves the thread to others. */
    private static final FixedDelay LATER = FixedDelay.of(Duration.ofSeconds(1));

    /** What a job is called: the school and the run. */
    static String instance(UUID school, UUID run) {
        return school + "/" + run;
    }

    @Bean
    CustomTask<Void> termRunTask(RunWork work) {
        return Tasks.custom(NAME, Void.class).execute((instance, context) -> {
            String[] parts = instance.getId().split("/", 2);
            return work.finish(UUID.fromString(parts[0]), UUID.fromString(parts[1]))
                    ? new CompletionHandler.OnCompleteRemove<>()
                    : new CompletionHandler.OnCompleteReschedule<>(LATER);
        });
    }
}
