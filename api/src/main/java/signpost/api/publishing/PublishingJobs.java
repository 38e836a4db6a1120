package signpost.api.publishing;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What goes on by itself; any replica may do it. */
@Configuration(proxyBeanMethods = false)
class PublishingJobs {

    @Bean
    RecurringTask<Void> publishWhatIsDue(DueBooks books) {
        return Tasks.recurring("publish-what-is-due", FixedDelay.of(Duration.ofSeconds(30)))
                .execute((instance, context) -> books.publish());
    }
}
