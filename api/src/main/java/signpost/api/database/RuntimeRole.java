package signpost.api.database;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the wall between schools standing: row-level security binds only a role that owns no table, is no superuser
 * and may not bypass it, so Signpost refuses to run as any other. Asked before the migration, lest it create tables
 * as the wrong role, and after it.
 */
@Component
final class RuntimeRole implements FlywayMigrationStrategy {

    private final JdbcClient jdbc;
    private final String flywayUser;

    RuntimeRole(DataSource dataSource, @Value("${spring.flyway.user:}") String flywayUser) {
        this.jdbc = JdbcClient.create(dataSource);
        this.flywayUser = flywayUser;
    }

    @Override
    public void migrate(Flyway flyway) {
        var rights = rights();
        refuseSuperuser(rights);
        if (flywayUser.isBlank() || flywayUser.equals(rights.name())) {
            throw new DatabaseUnavailable(
                    "Signpost needs two database roles: one that owns the tables and one that runs, and row-level"
                            + " security binds the one that runs. Only \"" + rights.name() + "\" is named.",
                    "As the database's administrator, make a second role and name it:\n"
                            + "    create role signpost_app login password '...';\n"
                            + "then set spring.datasource.username and spring.datasource.password to it, and"
                            + " spring.flyway.user and spring.flyway.password to the owner of the database.");
        }
        flyway.migrate();
        refuseOwner(rights());
    }

    private record Rights(String name, boolean superuser, boolean bypass) {}

    private Rights rights() {
        return jdbc.sql("select rolname as name, rolsuper as superuser, rolbypassrls as bypass"
                        + " from pg_roles where rolname = current_user")
                .query(Rights.class)
                .single();
    }

    private static void refuseSuperuser(Rights rights) {
        if (rights.superuser()) {
            throw refused(rights.name(), "is a superuser", "alter role " + quoted(rights.name()) + " nosuperuser;");
        }
        if (rights.bypass()) {
            throw refused(
                    rights.name(),
                    "may bypass row-level security",
                    "alter role " + quoted(rights.name()) + " nobypassrls;");
        }
    }

    /** A member of the owning role counts as the owner: it could switch row-level security off. */
    private void refuseOwner(Rights rights) {
        List<Owned> owned = jdbc.sql("""
                        select c.oid::regclass::text as name, pg_get_userbyid(c.relowner) as owner
                        from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                          and pg_has_role(current_user, c.relowner, 'member')
                        order by name
                        """).query(Owned.class).list();
        if (owned.isEmpty()) {
            return;
        }
        var table = owned.get(0);
        var member = !table.owner().equals(rights.name());
        throw refused(
                rights.name(),
                member
                        ? "is a member of " + table.owner() + ", which owns " + table.name()
                        : "owns " + owned.size() + " tables, such as " + table.name(),
                member
                        ? "revoke " + quoted(table.owner()) + " from " + quoted(rights.name()) + ";"
                        : "reassign owned by " + quoted(rights.name())
                                + " to signpost_owner;  -- the role in spring.flyway.user");
    }

    private record Owned(String name, String owner) {}

    private static DatabaseUnavailable refused(String role, String what, String sql) {
        return new DatabaseUnavailable(
                "Signpost must not run as the database role \"" + role + "\": it " + what
                        + ", so row-level security would not keep one school's students from another's staff.",
                "As the database's administrator, run:\n    " + sql + "\nthen start Signpost again.");
    }

    private static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
