package signpost.api.schools;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import signpost.api.pages.MenuEntry;

/** Where administration stands in the menu. */
@Configuration(proxyBeanMethods = false)
class AdministrationEntry {

    @Bean
    MenuEntry administrationInMenu() {
        return new MenuEntry(90, "administration", "Administration", "/administration", "ADMINISTER");
    }
}
