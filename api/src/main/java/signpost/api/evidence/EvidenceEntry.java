package signpost.api.evidence;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import signpost.api.pages.MenuEntry;

/** What this capability adds to the menu. */
@Configuration(proxyBeanMethods = false)
class EvidenceEntry {

    @Bean
    MenuEntry evidence() {
        return new MenuEntry(70, "evidence", "Evidence", "/evidence", "SEE_EVIDENCE");
    }
}
