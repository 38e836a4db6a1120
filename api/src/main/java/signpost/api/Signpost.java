package signpost.api;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Signpost. */
@SpringBootApplication
public class Signpost {

    public static void main(String[] args) {
        SpringApplication.run(Signpost.class, args);
    }
}
