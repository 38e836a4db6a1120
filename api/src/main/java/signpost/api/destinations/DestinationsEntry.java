package signpost.api.destinations;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import signpost.api.pages.SchoolEntry;

/** Destinations on the page of the school. */
@Configuration(proxyBeanMethods = false)
class DestinationsEntry {

    @Bean
    SchoolEntry destinationsOnThePageOfTheSchool() {
        return new SchoolEntry(
                25,
                "destinations",
                "Destinations",
                "/destinations",
                "What became of students who left, and a file that tells it.",
                "RECORD_DESTINATIONS");
    }
}
