package signpost.api;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import signpost.api.commandline.SignpostCommandLine;

/** Starts Signpost: the server, or the command line when the first argument is one of its commands. */
@SpringBootApplication
public class Signpost {

    public static void main(String[] args) {
        if (SignpostCommandLine.knows(args)) {
            System.exit(SignpostCommandLine.run(args));
        }
        SpringApplication.run(Signpost.class, args);
    }
}
