package signpost.api.students.imports;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One job an import, claimed by one replica; a job whose replica died is taken over by another. */
@Configuration(proxyBeanMethods = false)
class ImportJob {

    static final String NAME = "import";
    private static final int RETRIES = 10;

    /** What a job is called: the school and the import, nothing about anybody. */
    static String instance(UUID school, UUID id) {
        return school + "/" + id;
    }

    /** Who finds the school's imports in other hands looks again soon, and leaves the thread to other schools. */
    private static final Duration LATER = Duration.ofSeconds(1);

    @Bean
    CustomTask<Void> importTask(ImportWork work) {
        return Tasks.custom(NAME, Void.class)
                .onFailure(FailureHandler.<Void>maxRetries(RETRIES)
                        .withBackoff(Duration.ofSeconds(2))
                        .thenRemove())
                .execute((instance, context) -> {
                    String[] parts = instance.getId().split("/", 2);
                    boolean done = work.finishUpTo(UUID.fromString(parts[0]), UUID.fromString(parts[1]));
                    return done
                            ? new CompletionHandler.OnCompleteRemove<>()
                            : new CompletionHandler.OnCompleteReschedule<>(FixedDelay.of(LATER));
                });
    }
}
