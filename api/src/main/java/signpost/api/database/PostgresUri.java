package signpost.api.database;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * What a {@code DATABASE_URL} says, in the terms of JDBC.
 *
 * @param jdbcUrl the address without user and password, {@code jdbc:postgresql://...}
 * @param username empty when the URL names none
 * @param password empty when the URL names none
 */
record PostgresUri(String jdbcUrl, String username, String password) {

    /** Reads the {@code postgres://user:password@host:port/database?options} that hosts hand out, or a {@code jdbc:} URL. */
    static PostgresUri parse(String text) {
        if (text.startsWith("jdbc:postgresql:")) {
            return new PostgresUri(text, "", "");
        }
        if (!text.startsWith("postgres://") && !text.startsWith("postgresql://")) {
            throw unreadable();
        }
        try {
            return from(URI.create(text));
        } catch (IllegalArgumentException unreadable) {
            throw unreadable();
        }
    }

    private static PostgresUri from(URI uri) {
        if (uri.getHost() == null
                || uri.getRawPath() == null
                || uri.getRawPath().length() < 2) {
            throw unreadable();
        }
        var port = uri.getPort() == -1 ? "" : ":" + uri.getPort();
        var options = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        var user = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
        int colon = user.indexOf(':');
        return new PostgresUri(
                "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + options,
                decode(colon < 0 ? user : user.substring(0, colon)),
                colon < 0 ? "" : decode(user.substring(colon + 1)));
    }

    /** In a URL's user part a plus is a plus, which {@link URLDecoder} would take for a space. */
    private static String decode(String encoded) {
        return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** The URL holds a password, so the message does not repeat it. */
    private static DatabaseUnavailable unreadable() {
        return new DatabaseUnavailable(
                "DATABASE_URL cannot be read.",
                "Write it as postgres://user:password@host:5432/database,"
                        + " with signs such as @ / : in the password percent-encoded.");
    }
}
