package signpost.api.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import signpost.api.commandline.SignpostCommandLine;

/** Goes through a first start and a command once and ends, so that the build can keep the classes that they need. */
@Component
@Profile("demo")
@ConditionalOnBooleanProperty("signpost.demo.rehearse")
class Rehearsal {

    private final WebServerApplicationContext server;
    private final ConfigurableApplicationContext program;
    private final String rules;

    Rehearsal(
            WebServerApplicationContext server,
            ConfigurableApplicationContext program,
            @Value("${signpost.demo.rehearse-rules}") String rules) {
        this.server = server;
        this.program = program;
        this.rules = rules;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() throws IOException, InterruptedException {
        int port = Objects.requireNonNull(server.getWebServer()).getPort();
        var page = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/sign-in"))
                .build();
        int status = HttpClient.newHttpClient()
                .send(page, HttpResponse.BodyHandlers.discarding())
                .statusCode();
        SignpostCommandLine.run("test", rules);
        System.exit(SpringApplication.exit(program, () -> status == 200 ? 0 : 1));
    }
}
