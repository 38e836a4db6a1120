package signpost.api.concerns;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import signpost.api.pages.StudentEntry;

/** What this capability adds to the page of a student. */
@Configuration(proxyBeanMethods = false)
class ConcernEntries {

    @Bean
    StudentEntry flagByJudgement() {
        return new StudentEntry(60, "Raise a flag", "/students/{id}/flag", "DECIDE");
    }
}
