package signpost.api.caseload;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import signpost.api.pages.MenuEntry;

/** Where the caseload stands in the menu. */
@Configuration(proxyBeanMethods = false)
class CaseloadEntry {

    @Bean
    MenuEntry caseloadInMenu() {
        return new MenuEntry(20, "caseload", "Caseload", "/caseload", "SEE_STUDENTS");
    }
}
