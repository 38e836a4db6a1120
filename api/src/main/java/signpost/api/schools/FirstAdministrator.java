package signpost.api.schools;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** While nobody can administer yet, prints the link by which whoever reads the log becomes the first administrator. */
@Component
@Profile("!demo")
class FirstAdministrator {

    private static final Logger LOG = LoggerFactory.getLogger("signpost");

    private final Accounts accounts;
    private final SetupLinks links;

    FirstAdministrator(Accounts accounts, SetupLinks links) {
        this.accounts = accounts;
        this.links = links;
    }

    @EventListener
    void started(WebServerInitializedEvent event) {
        if (!accounts.administratorsExist()) {
            LOG.info("""
                    Nobody can administer Signpost yet. Make the first administrator here, once, within 24 hours:

                        http://localhost:{}/first-administrator?key={}
                    """, event.getWebServer().getPort(), links.forFirstAdministrator());
        }
    }
}
