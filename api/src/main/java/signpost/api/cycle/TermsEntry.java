package signpost.api.cycle;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import signpost.api.pages.SchoolEntry;

/** Terms in the menu. */
@Configuration(proxyBeanMethods = false)
class TermsEntry {

    @Bean
    SchoolEntry termsInTheMenu() {
        return new SchoolEntry(
                10,
                "terms",
                "Terms",
                "/terms",
                "Which term runs, when each begins and ends, and what opening or closing one does.",
                "SEE_STUDENTS");
    }
}
