package signpost.api.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import signpost.api.schools.SchoolScope;
import signpost.api.schools.Schools;

/** Loads the demonstration when it is not there yet, and says where to find it and how to get in. */
@Component
@Profile("demo")
class DemonstrationStart implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemonstrationStart.class);

    private final DemonstrationLoader loader;
    private final TermToday today;
    private final Demonstration demonstration;
    private final Schools schools;
    private final SchoolScope scope;
    private final WebServerApplicationContext server;

    DemonstrationStart(
            DemonstrationLoader loader,
            TermToday today,
            Demonstration demonstration,
            Schools schools,
            SchoolScope scope,
            WebServerApplicationContext server) {
        this.loader = loader;
        this.today = today;
        this.demonstration = demonstration;
        this.schools = schools;
        this.scope = scope;
        this.server = server;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        boolean more = loader.load();
        System.out.println(block());
        if (more) {
            Thread rest = new Thread(this::rest, "demonstration");
            rest.setDaemon(true);
            rest.start();
        }
    }

    /** While somebody looks round already. Cut short, the next start goes on with it. */
    private void rest() {
        try {
            loader.loadRest();
            UUID first = schools.ids().get(0);
            today.live(first, name(first), address());
            loader.end();
        } catch (RuntimeException failure) {
            LOG.warn("The demonstration could not be loaded to its end; the next start goes on with it", failure);
        }
    }

    private String block() {
        List<String> lines = new ArrayList<>(List.of(
                "",
                "Signpost is ready: " + address(),
                "A demonstration with invented students. Everybody's password: " + DemonstrationAccounts.PASSWORD,
                ""));
        List<UUID> all = schools.ids();
        all.forEach(school -> schools.staff(school).stream()
                .filter(Schools.Member::active)
                .forEach(one -> lines.add("  " + padded(one.username()) + one.displayName())));
        lines.add("");
        lines.add("  MIS token (" + name(all.get(0)) + "): "
                + demonstration.mark().map(Demonstration.Mark::misToken).orElse(""));
        lines.add("");
        return String.join(System.lineSeparator(), lines);
    }

    private String address() {
        return "http://localhost:"
                + Objects.requireNonNull(server.getWebServer()).getPort();
    }

    private String name(UUID school) {
        return scope.within(school, () -> schools.get(school).name());
    }

    private static String padded(String username) {
        return username + " ".repeat(Math.max(2, 22 - username.length()));
    }
}
