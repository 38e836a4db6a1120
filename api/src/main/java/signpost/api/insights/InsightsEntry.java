package signpost.api.insights;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import signpost.api.pages.SchoolEntry;

/** The comparison of terms on the page of the school. */
@Configuration(proxyBeanMethods = false)
class InsightsEntry {

    @Bean
    SchoolEntry comparisonOnThePageOfTheSchool() {
        return new SchoolEntry(
                20,
                "compare",
                "Compare terms",
                "/terms/compare",
                "The figures of each term beside those of the terms before.",
                "SEE_STUDENTS");
    }
}
