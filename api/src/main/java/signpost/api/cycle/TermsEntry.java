package signpost.api.cycle;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import signpost.api.pages.MenuEntry;

/** Terms in the menu. */
@Configuration(proxyBeanMethods = false)
class TermsEntry {

    @Bean
    MenuEntry termsInTheMenu() {
        return new MenuEntry(60, "terms", "Terms", "/terms", "SEE_STUDENTS");
    }
}
