package signpost.api.uploads;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What goes on by itself; any replica may do it. */
@Configuration(proxyBeanMethods = false)
class UploadJobs {

    @Bean
    RecurringTask<Void> forgetOldUploads(Expiry expiry) {
        return Tasks.recurring("forget-old-uploads", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> expiry.come());
    }
}
