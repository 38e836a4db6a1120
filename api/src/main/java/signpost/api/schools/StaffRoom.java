package signpost.api.schools;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The staff of a school as its administrator looks after them. INVARIANT: a school that has an administrator keeps one;
 * every change holds the school's row, so that two administrators cannot end each other at once.
 */
@Service
class StaffRoom {

    /**
     * Somebody who is, or was, staff.
     *
     * @param active false once their access has ended
     * @param elsewhere whether their account opens more than this school, so that its password is not this school's to set
     */
    record Colleague(
            UUID id,
            UUID account,
            String name,
            String username,
            Set<Role> roles,
            boolean active,
            boolean hasPassword,
            boolean elsewhere) {

        /** Whether an administrator here may make the link by which they set a password. */
        public boolean mayHaveLink() {
            return active && !(hasPassword && elsewhere);
        }
    }

    /** What came of a change. */
    sealed interface Answer {

        /**
         * It was done.
         *
         * @param linkKey of the page where they set a password, to be shown this once
         */
        record Done(UUID staff, Optional<String> linkKey) implements Answer {}

        record Refused(String because) implements Answer {}
    }

    private static final Answer LAST =
            new Answer.Refused("The school needs an administrator. Make somebody else one first, then change this.");

    private final JdbcClient sql;
    private final SchoolLock lock;
    private final Schools schools;
    private final SetupLinks links;
    private final StaffChanges changes;
    private final Clock clock;

    StaffRoom(JdbcClient sql, SchoolLock lock, Schools schools, SetupLinks links, StaffChanges changes, Clock clock) {
        this.sql = sql;
        this.lock = lock;
        this.schools = schools;
        this.links = links;
        this.changes = changes;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<Colleague> all(UUID school) {
        return sql.sql("""
                        select m.id, a.account_id, m.display_name, a.username, m.roles, m.ended_at is null as active,
                          a.has_password, a.elsewhere
                        from staff m join staff_accounts(:school) a on a.staff_id = m.id
                        where m.school_id = :school order by m.ended_at is not null, m.display_name, m.id
                        """).param("school", school).query(StaffRoom::read).list();
    }

    @Transactional(readOnly = true)
    Optional<Colleague> find(UUID school, UUID id) {
        return all(school).stream().filter(one -> one.id().equals(id)).findFirst();
    }

    @Transactional
    Answer invite(UUID school, UUID by, String username, String name, Set<Role> roles) {
        lock.hold(school);
        if (all(school).stream().anyMatch(one -> one.username().equals(Accounts.normal(username)))) {
            return new Answer.Refused("Somebody with this username is on the list already");
        }
        Schools.Added added = schools.addStaff(school, username, name, roles);
        changes.add(school, added.staffId(), StaffChanges.What.INVITED, roles, by);
        return new Answer.Done(added.staffId(), added.setPasswordKey());
    }

    @Transactional
    Answer roles(UUID school, UUID by, UUID id, Set<Role> roles) {
        lock.hold(school);
        Colleague now = find(school, id).orElseThrow();
        if (!roles.contains(Role.ADMINISTRATOR) && isLastAdministrator(school, now)) {
            return LAST;
        }
        if (roles.equals(now.roles())) {
            return new Answer.Done(id, Optional.empty());
        }
        sql.sql("update staff set roles = :roles where school_id = :school and id = :id")
                .param("roles", roles.stream().map(Role::name).sorted().toArray(String[]::new))
                .param("school", school)
                .param("id", id)
                .update();
        return done(school, now, StaffChanges.What.ROLES, roles, by);
    }

    /** Corrects how colleagues know somebody; whoever is signed in goes on, and reads it when they next sign in. */
    @Transactional
    Answer name(UUID school, UUID by, UUID id, String name) {
        lock.hold(school);
        Colleague now = find(school, id).orElseThrow();
        if (!name.strip().equals(now.name())) {
            sql.sql("update staff set display_name = :name where school_id = :school and id = :id")
                    .param("name", name.strip())
                    .param("school", school)
                    .param("id", id)
                    .update();
            changes.add(school, id, StaffChanges.What.NAME, now.roles(), by);
        }
        return new Answer.Done(id, Optional.empty());
    }

    /** Ends somebody's access at once. Their name stays with what they did. */
    @Transactional
    Answer end(UUID school, UUID by, UUID id) {
        lock.hold(school);
        Colleague now = find(school, id).orElseThrow();
        if (isLastAdministrator(school, now)) {
            return LAST;
        }
        if (!now.active()) {
            return new Answer.Refused("Their access had ended already.");
        }
        active(school, id, false);
        return done(school, now, StaffChanges.What.ENDED, now.roles(), by);
    }

    /** Gives somebody who left their access again, with the roles they had. */
    @Transactional
    Answer back(UUID school, UUID by, UUID id) {
        lock.hold(school);
        Colleague now = find(school, id).orElseThrow();
        if (now.active()) {
            return new Answer.Refused("They have access already.");
        }
        active(school, id, true);
        return done(school, now, StaffChanges.What.BACK, now.roles(), by);
    }

    /** A new link for somebody who lost theirs, or their password. */
    @Transactional
    Answer link(UUID school, UUID by, UUID id) {
        Colleague now = find(school, id).orElseThrow();
        if (!now.mayHaveLink()) {
            return new Answer.Refused("Their password is not this school’s to set anew.");
        }
        changes.add(school, id, StaffChanges.What.LINK, now.roles(), by);
        return new Answer.Done(id, Optional.of(links.forPassword(now.account())));
    }

    /** Whoever is signed in was let in for other roles: they sign in anew. */
    private Answer done(UUID school, Colleague now, StaffChanges.What what, Set<Role> roles, UUID by) {
        changes.add(school, now.id(), what, roles, by);
        sql.sql("delete from spring_session where principal_name = :account")
                .param("account", now.account().toString())
                .update();
        return new Answer.Done(now.id(), Optional.empty());
    }

    private void active(UUID school, UUID id, boolean active) {
        sql.sql("update staff set ended_at = case when :active then null else :now end"
                        + " where school_id = :school and id = :id")
                .param("active", active)
                .param("now", OffsetDateTime.now(clock))
                .param("school", school)
                .param("id", id)
                .update();
    }

    private boolean isLastAdministrator(UUID school, Colleague one) {
        return administrates(one)
                && all(school).stream()
                        .filter(StaffRoom::administrates)
                        .allMatch(other -> other.id().equals(one.id()));
    }

    private static boolean administrates(Colleague one) {
        return one.active() && one.roles().contains(Role.ADMINISTRATOR);
    }

    private static Colleague read(ResultSet row, int number) throws SQLException {
        return new Colleague(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getString("display_name"),
                row.getString("username"),
                Arrays.stream((String[]) row.getArray("roles").getArray())
                        .map(Role::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                row.getBoolean("active"),
                row.getBoolean("has_password"),
                row.getBoolean("elsewhere"));
    }
}
