package signpost.api.rulebooks;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who writes rule books: schools, and the trusts they belong to. */
@Repository
public class Owners {

    /** A school and, where it belongs to one, its trust. */
    public record Both(Owner school, Optional<Owner> trust) {}

    private final JdbcClient sql;

    Owners(JdbcClient sql) {
        this.sql = sql;
    }

    /** The owners whose books a school judges by; asked for while working for that school. */
    @Transactional(readOnly = true)
    public Both of(UUID school) {
        return sql.sql("""
                        select s.id, s.name, t.id as trust, t.name as trust_name
                        from schools s left join trusts t on t.id = s.trust_id where s.id = :school
                        """)
                .param("school", school)
                .query((row, number) -> {
                    UUID trust = row.getObject("trust", UUID.class);
                    Owner own = new Owner(row.getObject("id", UUID.class), false, row.getString("name"));
                    return new Both(
                            own,
                            trust == null
                                    ? Optional.empty()
                                    : Optional.of(new Owner(trust, true, row.getString("trust_name"))));
                })
                .single();
    }

    /** Whether this account may write and approve the trust's book. */
    @Transactional(readOnly = true)
    public boolean editsTrust(UUID account, UUID trust) {
        return sql.sql("select exists (select from trust_editors where trust_id = :trust and account_id = :account)")
                .param("trust", trust)
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    /** The schools a trust's book reaches, by name. */
    public List<Owner> schoolsOf(UUID trust) {
        return sql.sql("select id, name from schools_of_trust(:trust)")
                .param("trust", trust)
                .query((row, number) -> new Owner(row.getObject("id", UUID.class), false, row.getString("name")))
                .list();
    }
}
