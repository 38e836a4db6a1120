package signpost.api.recommendations;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The recurring jobs of evaluation; any replica may take them. */
@Configuration(proxyBeanMethods = false)
class Jobs {

    @Bean
    RecurringTask<Void> evaluateWhoWaits(EvaluationWorker worker) {
        return Tasks.recurring("evaluate-who-waits", FixedDelay.of(Duration.ofSeconds(3)))
                .execute((instance, context) -> worker.work());
    }

    @Bean
    RecurringTask<Void> turnOfDayJob(TurnOfDay turnOfDay) {
        return Tasks.recurring("turn-of-day", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((instance, context) -> turnOfDay.come());
    }
}
