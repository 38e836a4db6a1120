package signpost.api.database;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Decides on which database Signpost works: the one {@code spring.datasource.url} names, else the one
 * {@code DATABASE_URL} names, else the embedded one, which is started here. Sets {@code spring.datasource.*} and
 * {@code spring.flyway.*} accordingly, giving way to whatever is set explicitly.
 */
@Order(Ordered.LOWEST_PRECEDENCE)
final class DatabaseChoice implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String URL = "spring.datasource.url";
    private static final String USER = "spring.datasource.username";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        if (environment.containsProperty(URL)) {
            return;
        }
        var given = environment.getProperty("DATABASE_URL", "");
        if (given.isBlank()) {
            embedded(context);
        } else {
            environment.getPropertySources().addLast(new MapPropertySource("DATABASE_URL", given(environment, given)));
        }
    }

    /**
     * The user of a {@code DATABASE_URL} is often the database's owner; when another user is named for running, that
     * owner does the migrations.
     */
    private static Map<String, Object> given(ConfigurableEnvironment environment, String text) {
        var uri = PostgresUri.parse(text);
        var properties = new LinkedHashMap<String, Object>();
        properties.put(URL, uri.jdbcUrl());
        if (!uri.username().isEmpty()) {
            var role = environment.containsProperty(USER) ? "spring.flyway.user" : USER;
            var password = environment.containsProperty(USER) ? "spring.flyway.password" : "spring.datasource.password";
            properties.put(role, uri.username());
            properties.put(password, uri.password());
        }
        return properties;
    }

    private static void embedded(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        var database = EmbeddedDatabase.open(
                Path.of(environment.getRequiredProperty("signpost.database.dir")),
                Path.of(environment.getRequiredProperty("signpost.database.programs")),
                environment.getProperty("signpost.database.port", Integer.class, 0));
        environment.getPropertySources().addFirst(new MapPropertySource("embedded database", properties(database)));
        closeLast(context, database);
    }

    static Map<String, Object> properties(EmbeddedDatabase database) {
        var credentials = database.credentials();
        return Map.of(
                URL,
                database.jdbcUrl(),
                USER,
                Credentials.APP,
                "spring.datasource.password",
                credentials.passwordOf(Credentials.APP),
                "spring.flyway.user",
                Credentials.OWNER,
                "spring.flyway.password",
                credentials.passwordOf(Credentials.OWNER));
    }

    /** Beans are destroyed in the reverse order of their registration: registered first, closed after the pool. */
    private static void closeLast(ConfigurableApplicationContext context, EmbeddedDatabase database) {
        ((DefaultSingletonBeanRegistry) context.getBeanFactory())
                .registerDisposableBean("embeddedDatabase", (DisposableBean) database::close);
    }
}
