package signpost.api.rulebooks;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import signpost.api.pages.MenuEntry;

/** Where the rule book stands in the menu. */
@Configuration(proxyBeanMethods = false)
class RuleBookEntry {

    @Bean
    MenuEntry ruleBookInMenu() {
        return new MenuEntry(80, "rule-book", "Rule book", "/rule-book", "SEE_RULE_BOOK");
    }
}
