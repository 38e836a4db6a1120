package signpost.api.evidence;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import signpost.api.pages.SchoolEntry;

/** What this capability adds to the menu. */
@Configuration(proxyBeanMethods = false)
class EvidenceEntry {

    @Bean
    SchoolEntry evidence() {
        return new SchoolEntry(
                50,
                "evidence",
                "Evidence",
                "/evidence",
                "What shows that a person decided, and who read restricted notes.",
                "SEE_EVIDENCE");
    }
}
