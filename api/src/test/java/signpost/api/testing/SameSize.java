package signpost.api.testing;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.HttpRequestHandler;

/** A page that is only sent, to measure others against. */
@TestConfiguration(proxyBeanMethods = false)
public class SameSize {

    /** Where it is. */
    public static final String PATH = "/signpost/same-size.html";

    private static volatile byte[] body = new byte[0];

    /** What is sent from now on. */
    public static void as(byte[] page) {
        body = page;
    }

    @Bean(PATH)
    HttpRequestHandler sameSize() {
        return (request, response) -> {
            response.setContentType("text/html;charset=UTF-8");
            response.getOutputStream().write(body);
        };
    }
}
