package signpost.api.schools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import signpost.api.testing.SignpostTest;
import signpost.api.testing.TestSchools;

@SignpostTest
class WallBetweenSchoolsTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SchoolScope scope;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    TestSchools schools;

    record Table(String name, boolean enabled, boolean forced, boolean policy) {}

    @Test
    void everyTableWithASchoolIsShutEvenToItsOwner() {
        var tables = jdbc.sql("""
                        select c.oid::regclass::text as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
                          exists (select from pg_policy p where p.polrelid = c.oid
                            and pg_get_expr(p.polqual, p.polrelid) like '%SELECT schools_in_scope()%'
                            and pg_get_expr(p.polwithcheck, p.polrelid) like '%SELECT schools_in_scope()%') as policy
                        from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
                          and (c.relname = 'schools' or exists (select from pg_attribute a
                            where a.attrelid = c.oid and a.attname = 'school_id' and not a.attisdropped))
                        """).query(Table.class).list();

        assertThat(tables).extracting(Table::name).contains("schools", "staff", "api_tokens");
        assertThat(tables).allMatch(Table::enabled).allMatch(Table::forced).allMatch(Table::policy);
    }

    @Test
    void everySchoolOwnedTableHasTheSchoolFirstInItsPrimaryKey() {
        assertThat(jdbc.sql("""
                                select c.oid::regclass::text from pg_class c
                                join pg_attribute a on a.attrelid = c.oid and a.attname = 'school_id'
                                where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
                                  and not exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary
                                    and i.indkey[0] = a.attnum)
                                """).query(String.class).list()).isEmpty();
    }

    @Test
    void aQueryThatForgetsTheSchoolSeesNoRows() {
        schools.school().person(Role.ADVISER);

        for (var table : List.of("schools", "staff", "api_tokens")) {
            assertThat(count(table)).as(table).isZero();
            assertThat(new TransactionTemplate(transactions).<Integer>execute(status -> count(table)))
                    .as(table + " in a transaction")
                    .isZero();
        }
    }

    @Test
    void workForOneSchoolSeesThatSchoolOnly() {
        var ours = schools.school();
        var theirs = schools.school();
        ours.person(Role.ADVISER);
        theirs.person(Role.ADVISER);

        int seen = scope.within(
                ours.id(), () -> new TransactionTemplate(transactions).<Integer>execute(status -> count("staff")));

        assertThat(seen).isEqualTo(1);
        assertThat(count("staff")).isZero();
    }

    @Test
    void aRowCannotBeWrittenIntoAnotherSchool() {
        var ours = schools.school();
        var theirs = schools.school();
        var account = ours.person(Role.TUTOR).accountId();

        assertThatThrownBy(() -> scope.within(
                        ours.id(),
                        () -> new TransactionTemplate(transactions)
                                .executeWithoutResult(status -> jdbc.sql(
                                                "insert into staff values (?, gen_random_uuid(), ?, 'X', '{TUTOR}', now())")
                                        .params(theirs.id(), account)
                                        .update())))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void theSchoolCannotChangeInsideATransaction() {
        var ours = schools.school();
        assertThatThrownBy(() -> new TransactionTemplate(transactions)
                        .executeWithoutResult(status -> scope.within(ours.id(), () -> count("staff"))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void passwordsAndLinksCannotBeReadByTheProgram() {
        assertThatThrownBy(() -> count("accounts")).rootCause().hasMessageContaining("permission denied");
        assertThatThrownBy(() -> count("setup_links")).rootCause().hasMessageContaining("permission denied");
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
