package signpost.api.capacity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import signpost.api.pages.MenuEntry;

/** Where capacity stands in the menu. */
@Configuration(proxyBeanMethods = false)
class CapacityEntry {

    @Bean
    MenuEntry capacityInMenu() {
        return new MenuEntry(50, "capacity", "Capacity", "/capacity", "DECIDE");
    }
}
