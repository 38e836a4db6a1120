package signpost.api.sessions;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import signpost.api.pages.MenuEntry;

/** The sessions in the menu. */
@Configuration(proxyBeanMethods = false)
class SessionsEntry {

    @Bean
    MenuEntry sessionsInMenu() {
        return new MenuEntry(40, "sessions", "Sessions", "/sessions", "DECIDE");
    }
}
