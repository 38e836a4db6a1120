package signpost.api.rulebooks;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import signpost.api.pages.SchoolEntry;

/** Where the rule book stands in the menu. */
@Configuration(proxyBeanMethods = false)
class RuleBookEntry {

    @Bean
    SchoolEntry ruleBookInMenu() {
        return new SchoolEntry(
                60,
                "rule-book",
                "Rule book",
                "/rule-book",
                "Every rule in plain English, and whose it is.",
                "SEE_RULE_BOOK");
    }
}
