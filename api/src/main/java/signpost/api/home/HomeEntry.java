package signpost.api.home;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import signpost.api.pages.MenuEntry;

/** Where the home page stands in the menu. */
@Configuration(proxyBeanMethods = false)
class HomeEntry {

    @Bean
    MenuEntry homeInMenu() {
        return new MenuEntry(10, "home", "Home", "/home", "SEE_STUDENTS");
    }
}
