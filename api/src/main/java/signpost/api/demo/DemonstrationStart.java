package signpost.api.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
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

    private final DemonstrationLoader loader;
    private final Demonstration demonstration;
    private final Schools schools;
    private final SchoolScope scope;
    private final WebServerApplicationContext server;

    DemonstrationStart(
            DemonstrationLoader loader,
            Demonstration demonstration,
            Schools schools,
            SchoolScope scope,
            WebServerApplicationContext server) {
        this.loader = loader;
        this.demonstration = demonstration;
        this.schools = schools;
        this.scope = scope;
        this.server = server;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        loader.load();
        System.out.println(block());
    }

    private String block() {
        String address = "http://localhost:"
                + Objects.requireNonNull(server.getWebServer()).getPort();
        List<String> lines = new ArrayList<>(List.of(
                "",
                "Signpost is ready: " + address,
                "A demonstration with invented students. Everybody's password: " + DemonstrationLoader.PASSWORD,
                ""));
        List<String> names = schools.ids().stream().map(this::name).toList();
        for (String school : names) {
            for (DemonstrationLogin login : DemonstrationLogin.values()) {
                if (login.everySchool() || school.equals(names.get(0))) {
                    lines.add("  " + padded(login.username(school)) + login.title(school));
                }
            }
        }
        lines.add("");
        lines.add("  MIS token (" + names.get(0) + "): "
                + demonstration.mark().map(Demonstration.Mark::misToken).orElse(""));
        lines.add("");
        return String.join(System.lineSeparator(), lines);
    }

    private String name(UUID school) {
        return scope.within(school, () -> schools.get(school).name());
    }

    private static String padded(String username) {
        return username + " ".repeat(Math.max(2, 22 - username.length()));
    }
}
