package signpost.api.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/**
 * Answers what is refused before any page or problem could be made of it: a broken address, or one that hides where it leads.
 * Nothing of what was sent is repeated.
 */
@Configuration(proxyBeanMethods = false)
class PlainRefusals {

    private static final String PROBLEM = "{\"type\":\"/problems/bad-request\",\"title\":\"Bad Request\",\"status\":%d,"
            + "\"detail\":\"Check the method, address and headers of the request against the API's description.\"}";

    private static final String PAGE =
            "<!DOCTYPE html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>This did not work – Signpost</title>"
                    + "</head><body><h1>This did not work</h1><p>Signpost could not read the address. Go back, or begin at"
                    + " the <a href=\"/\">first page</a>.</p></body></html>";

    /** What Tomcat itself refuses. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> refusalsOfTomcat() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(Valve.class.getName());
            }
        });
    }

    /** What the firewall of Spring Security refuses. */
    @Bean
    RequestRejectedHandler refusalsOfTheFirewall() {
        return (request, response, rejected) ->
                write(response, HttpServletResponse.SC_BAD_REQUEST, request.getRequestURI());
    }

    /** Answers in the form that an address asks for: a problem below {@code /api}, a page elsewhere. */
    static void write(HttpServletResponse response, int status, String address) throws IOException {
        boolean api = address.startsWith("/api/");
        response.setStatus(status);
        response.setContentType(api ? "application/problem+json" : "text/html;charset=UTF-8");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "same-origin");
        String body = api ? PROBLEM.formatted(status) : PAGE;
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }

    /** Tomcat makes it by its name. */
    public static final class Valve extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, Throwable failure) {
            int status = response.getStatus();
            if (status < HttpServletResponse.SC_BAD_REQUEST
                    || response.getContentWritten() > 0
                    || !response.setErrorReported()) {
                return;
            }
            try {
                String address = request.getRequestURI();
                write(response.getResponse(), status, address == null ? "/" : address);
                response.finishResponse();
            } catch (IOException gone) {
                // Whoever asked is no longer there to be told.
                container.getLogger().debug("Not answered", gone);
            }
        }
    }
}
