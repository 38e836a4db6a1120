package signpost.api.decisions;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import signpost.api.pages.StudentEntry;

/** What this capability adds to the page of a student. */
@Configuration(proxyBeanMethods = false)
class DecidingEntries {

    @Bean
    StudentEntry addIntervention() {
        return new StudentEntry(50, "Add an intervention", "/students/{id}/add", "DECIDE");
    }
}
