package signpost.api.schools;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;
import signpost.api.pages.Problems;
import tools.jackson.databind.json.JsonMapper;

/** Who gets in: the MIS by its token below {@code /api}, people by signing in everywhere else. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
@EnableJdbcHttpSession(maxInactiveIntervalInSeconds = 2 * 60 * 60, cleanupCron = "0 */10 * * * *")
class Security {

    private static final String CONTENT =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self';"
                    + " frame-ancestors 'none'";

    /** Files that are the same for everybody need no session, and must not begin one. */
    @Bean
    @Order(1)
    SecurityFilterChain files(HttpSecurity http) {
        http.securityMatcher("/webjars/**", "/assets/**", "/signpost/**", "/actuator/health/**", "/favicon.ico");
        http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        http.csrf(AbstractHttpConfigurer::disable).requestCache(AbstractHttpConfigurer::disable);
        http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.headers(headers -> headers.cacheControl(cache -> cache.disable()));
        return strict(http).build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain mis(HttpSecurity http, MisTokens tokens, SchoolScope scope, JsonMapper json) {
        http.securityMatcher("/api/**");
        http.authorizeHttpRequests(
                requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .anyRequest()
                        .authenticated());
        http.csrf(AbstractHttpConfigurer::disable).requestCache(AbstractHttpConfigurer::disable);
        http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.addFilterBefore(new MisTokenFilter(tokens), AuthorizationFilter.class);
        http.addFilterAfter(new SchoolScopeFilter(scope), AuthorizationFilter.class);
        http.exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                        (request, response, refusal) -> refuse(response, json, "Bearer", NOT_KNOWN))
                .accessDeniedHandler((request, response, refusal) ->
                        refuse(response, json, "Bearer error=\"insufficient_scope\"", NOT_ALLOWED)));
        return strict(http).build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain people(HttpSecurity http, SchoolScope scope) {
        http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                        DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                .permitAll()
                .requestMatchers("/sign-in", "/first-administrator", "/set-password", "/error", "/v3/api-docs/**")
                .permitAll()
                .anyRequest()
                .authenticated());
        http.formLogin(form ->
                form.loginPage("/sign-in").failureUrl("/sign-in?refused").defaultSuccessUrl("/"));
        http.logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?signed-out"));
        http.addFilterAfter(new SchoolScopeFilter(scope), AuthorizationFilter.class);
        return strict(http).build();
    }

    @Bean
    CookieSerializer sessionCookies() {
        return new SessionCookies();
    }

    /** Two requests that begin the same session at once both succeed. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionsInPostgres() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    /** On error pages too, which know who is signed in only through the session. */
    @Bean
    FilterRegistrationBean<SessionRepositoryFilter<?>> sessionsEverywhere(SessionRepositoryFilter<?> filter) {
        var registration = new FilterRegistrationBean<SessionRepositoryFilter<?>>(filter);
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
        return registration;
    }

    private static HttpSecurity strict(HttpSecurity http) {
        return http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), geolocation=(), microphone=()")));
    }

    private record Refusal(HttpStatus status, String type, String title, String detail) {
        ProblemDetail problem() {
            return Problems.problem(status, type, title, detail);
        }
    }

    private static final Refusal NOT_KNOWN = new Refusal(
            HttpStatus.UNAUTHORIZED,
            "unauthorised",
            "A valid token is needed",
            "Send a current token of your school in the header Authorization: Bearer.");

    private static final Refusal NOT_ALLOWED = new Refusal(
            HttpStatus.FORBIDDEN,
            "forbidden",
            "The token does not allow this",
            "Ask your school's administrator for a token with the scope this request needs.");

    private static void refuse(HttpServletResponse response, JsonMapper json, String challenge, Refusal refusal)
            throws IOException {
        response.setStatus(refusal.status().value());
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), refusal.problem());
    }
}
