package signpost.api.trials;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import signpost.api.pages.StudentEntry;

/** Where asking about a student is reached from. */
@Configuration(proxyBeanMethods = false)
class AskEntry {

    @Bean
    StudentEntry askAboutAStudent() {
        return new StudentEntry(90, "Ask about a rule", "/rule-book/ask?student={id}", "SEE_RULE_BOOK");
    }
}
