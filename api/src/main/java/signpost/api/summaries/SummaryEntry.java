package signpost.api.summaries;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import signpost.api.pages.StudentEntry;

/** Where the page for the student is reached from. */
@Configuration(proxyBeanMethods = false)
class SummaryEntry {

    @Bean
    StudentEntry studentSummaryEntry() {
        return new StudentEntry(55, "Summary to hand over", "/students/{id}/summary", "RECORD_INTERVIEWS");
    }
}
