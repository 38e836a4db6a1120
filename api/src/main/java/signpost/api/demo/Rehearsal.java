package signpost.api.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Goes through a first start once and ends, so that the build can keep the classes that a start needs. */
@Component
@Profile("demo")
@ConditionalOnBooleanProperty("signpost.demo.rehearse")
class Rehearsal {

    private final WebServerApplicationContext server;
    private final ConfigurableApplicationContext program;

    Rehearsal(WebServerApplicationContext server, ConfigurableApplicationContext program) {
        this.server = server;
        this.program = program;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() throws IOException, InterruptedException {
        int port = Objects.requireNonNull(server.getWebServer()).getPort();
        var page = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/sign-in"))
                .build();
        int status = HttpClient.newHttpClient()
                .send(page, HttpResponse.BodyHandlers.discarding())
                .statusCode();
        System.exit(SpringApplication.exit(program, () -> status == 200 ? 0 : 1));
    }
}
