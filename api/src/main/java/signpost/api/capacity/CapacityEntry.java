package signpost.api.capacity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import signpost.api.pages.SchoolEntry;

/** Where capacity stands in the menu. */
@Configuration(proxyBeanMethods = false)
class CapacityEntry {

    @Bean
    SchoolEntry capacityInMenu() {
        return new SchoolEntry(
                30,
                "capacity",
                "Capacity",
                "/capacity",
                "How many places and hours of help there are this term, and who waits for one.",
                "DECIDE");
    }
}
