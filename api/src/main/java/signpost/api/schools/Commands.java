package signpost.api.schools;

import java.io.PrintWriter;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The commands themselves. What is printed once (a token, a link) is printed on the standard output, alone on its line. */
final class Commands {

    private Commands() {}

    /** A refusal with a reason for the person at the keyboard. */
    static final class Refused extends RuntimeException {
        Refused(String reason) {
            super(reason);
        }
    }

    static String reason(Exception failure) {
        if (failure instanceof DuplicateKeyException) {
            return "Not done: it is there already.";
        }
        if (failure instanceof DataIntegrityViolationException) {
            return "Not done: a value is not in its form (a URN has six digits, a LAESTAB seven; names are not empty).";
        }
        return String.valueOf(failure.getMessage());
    }

    @Command(name = "school", mixinStandardHelpOptions = true, description = "Adds and lists schools.")
    static final class SchoolCommands {

        private final SchoolsCommandLine.Database database;

        @Spec
        private @Nullable CommandSpec spec;

        SchoolCommands(SchoolsCommandLine.Database database) {
            this.database = database;
        }

        @Command(mixinStandardHelpOptions = true, description = "Adds a school.")
        int add(
                @Option(names = "--name", required = true, description = "Its name") String name,
                @Option(names = "--urn", required = true, description = "Its URN, six digits") String urn,
                @Option(names = "--laestab", description = "Its LAESTAB, seven digits") @Nullable String laestab) {
            return database.withSchools(schools -> {
                var id = schools.add(name, urn, laestab == null ? null : laestab.replace("/", ""));
                out(spec).println("Added school " + urn + " (" + id + ").");
                return CommandLine.ExitCode.OK;
            });
        }

        @Command(mixinStandardHelpOptions = true, description = "Lists the schools.")
        int list() {
            return database.withSchools(schools -> {
                schools.ids().stream()
                        .map(schools::get)
                        .forEach(school -> out(spec).println(school.urn() + "  " + school.name()));
                return CommandLine.ExitCode.OK;
            });
        }
    }

    @Command(
            name = "trust",
            mixinStandardHelpOptions = true,
            description = "Puts schools into a trust, whose rule book reaches them, and says who may edit it.")
    static final class TrustCommands {

        private final SchoolsCommandLine.Database database;

        @Spec
        private @Nullable CommandSpec spec;

        TrustCommands(SchoolsCommandLine.Database database) {
            this.database = database;
        }

        @Command(
                mixinStandardHelpOptions = true,
                description = "Puts a school into a trust, which is added if need be.")
        int school(
                @Option(names = "--trust", required = true, description = "The trust's name") String trust,
                @Option(names = "--school", required = true, description = "The school's URN") String urn) {
            return database.withSchools(schools -> {
                schools.join(Commands.school(schools, urn), schools.trust(trust));
                out(spec).println("School " + urn + " belongs to " + trust.strip() + ".");
                return CommandLine.ExitCode.OK;
            });
        }

        @Command(
                mixinStandardHelpOptions = true,
                description =
                        "Lets a head of destinations or senior leader of one of the schools edit the trust's book too.")
        int editor(
                @Option(names = "--trust", required = true, description = "The trust's name") String trust,
                @Option(names = "--username", required = true, description = "What they sign in with")
                        String username) {
            return database.withSchools(schools -> {
                if (!schools.addTrustEditor(schools.trust(trust), username)) {
                    throw new Refused("Nobody signs in as \"" + username + "\"; add them with: staff add.");
                }
                out(spec).println(Accounts.normal(username) + " may edit the rule book of " + trust.strip() + ".");
                return CommandLine.ExitCode.OK;
            });
        }
    }

    @Command(name = "staff", mixinStandardHelpOptions = true, description = "Adds and lists a school's staff.")
    static final class StaffCommands {

        private final SchoolsCommandLine.Database database;

        @Spec
        private @Nullable CommandSpec spec;

        StaffCommands(SchoolsCommandLine.Database database) {
            this.database = database;
        }

        @Command(
                mixinStandardHelpOptions = true,
                description = "Adds a member of staff and prints, once, the link by which they set a password.")
        int add(
                @Option(names = "--school", required = true, description = "The school's URN") String urn,
                @Option(names = "--username", required = true, description = "What they sign in with") String username,
                @Option(names = "--name", required = true, description = "How colleagues know them") String name,
                @Option(
                                names = "--role",
                                required = true,
                                split = ",",
                                description =
                                        "adviser, tutor, head-of-destinations, senior-leader or administrator; several by"
                                                + " commas")
                        List<String> roles,
                @Option(
                                names = {"--address", "--url"},
                                paramLabel = "URL",
                                description =
                                        "Where people reach Signpost, for the link, such as https://signpost.example;"
                                                + " this machine when left out")
                        @Nullable
                        String address) {
            var wanted = roles(roles);
            if (!Accounts.usable(username)) {
                throw new Refused("A username has no spaces and at most 100 characters, such as an email address.");
            }
            return database.with((schools, here) -> {
                var added = schools.addStaff(school(schools, urn), username, name, wanted);
                out(spec).println("Added " + Accounts.normal(username) + ".");
                added.setPasswordKey()
                        .ifPresentOrElse(
                                key -> link(address, here, key),
                                () -> out(spec).println("They sign in with the password they have."));
                return CommandLine.ExitCode.OK;
            });
        }

        private void link(@Nullable String address, String here, String key) {
            out(spec).println("They set their password here, once, within 7 days:");
            out(spec).println((address == null ? here : address.replaceFirst("/+$", "")) + "/set-password?key=" + key);
            if (address == null) {
                out(spec)
                        .println("If they reach Signpost elsewhere, put that in place of " + here
                                + ", or give it with --address next time.");
            }
        }

        @Command(mixinStandardHelpOptions = true, description = "Lists a school's staff.")
        int list(@Option(names = "--school", required = true, description = "The school's URN") String urn) {
            return database.withSchools(schools -> {
                schools.staff(school(schools, urn))
                        .forEach(member -> out(spec)
                                .println(member.id() + "  " + member.username() + "  " + member.displayName() + "  "
                                        + String.join(",", member.roles())
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', '-')
                                        + (member.active() ? "" : "  access ended")));
                return CommandLine.ExitCode.OK;
            });
        }

        private static Set<Role> roles(List<String> names) {
            var known = Arrays.stream(Role.values())
                    .collect(Collectors.toMap(
                            role -> role.name().toLowerCase(Locale.ROOT).replace('_', '-'), role -> role));
            var wanted = EnumSet.noneOf(Role.class);
            for (var name : names) {
                var role = known.get(name.strip().toLowerCase(Locale.ROOT));
                if (role == null) {
                    throw new Refused("There is no role \"" + name + "\". The roles are "
                            + String.join(", ", new TreeSet<>(known.keySet())) + ".");
                }
                wanted.add(role);
            }
            return wanted;
        }
    }

    @Command(name = "token", mixinStandardHelpOptions = true, description = "Issues, lists and revokes MIS tokens.")
    static final class TokenCommands {

        private final SchoolsCommandLine.Database database;

        @Spec
        private @Nullable CommandSpec spec;

        TokenCommands(SchoolsCommandLine.Database database) {
            this.database = database;
        }

        @Command(mixinStandardHelpOptions = true, description = "Issues a token and prints it, once.")
        int add(
                @Option(names = "--school", required = true, description = "The school's URN") String urn,
                @Option(names = "--name", required = true, description = "What it is for") String name,
                @Option(
                                names = "--scopes",
                                required = true,
                                split = ",",
                                description =
                                        "students:write, recommendations:read, feedback:write, evaluate, rules:read")
                        List<String> scopes,
                @Option(names = "--expires-in-days", description = "When it stops working; never when left out")
                        @Nullable
                        Integer days) {
            var wanted = scopes(scopes);
            if (days != null && days < 1) {
                throw new Refused("--expires-in-days must be 1 or more.");
            }
            var expires =
                    days == null ? null : OffsetDateTime.now(ZoneOffset.UTC).plusDays(days);
            return database.withSchools(schools -> {
                var issued = schools.issueToken(school(schools, urn), name, wanted, expires);
                out(spec).println("Issued token " + issued.id() + ". It is shown this once:");
                out(spec).println(issued.secret());
                return CommandLine.ExitCode.OK;
            });
        }

        @Command(mixinStandardHelpOptions = true, description = "Lists a school's tokens, without their secrets.")
        int list(@Option(names = "--school", required = true, description = "The school's URN") String urn) {
            return database.withSchools(schools -> {
                schools.tokens(school(schools, urn)).forEach(token -> out(spec).println(line(token)));
                return CommandLine.ExitCode.OK;
            });
        }

        @Command(mixinStandardHelpOptions = true, description = "Ends a token at once.")
        int revoke(
                @Option(names = "--school", required = true, description = "The school's URN") String urn,
                @Option(names = "--id", required = true, description = "The token's id, as listed") UUID id) {
            return database.withSchools(schools -> {
                if (!schools.revokeToken(school(schools, urn), id)) {
                    throw new Refused("This school has no working token " + id + ".");
                }
                out(spec).println("Revoked token " + id + ".");
                return CommandLine.ExitCode.OK;
            });
        }

        private static String line(Schools.Token token) {
            var state = token.revokedAt() != null
                    ? "revoked " + token.revokedAt()
                    : token.expiresAt() != null ? "until " + token.expiresAt() : "no end";
            var used = token.lastUsedAt() == null ? "never used" : "last used " + token.lastUsedAt();
            return token.id() + "  " + token.name() + "  " + String.join(",", token.scopes()) + "  " + state + "  "
                    + used;
        }

        private static Set<Scope> scopes(List<String> texts) {
            var wanted = EnumSet.noneOf(Scope.class);
            for (var text : texts) {
                wanted.add(Scope.of(text.strip())
                        .orElseThrow(() -> new Refused("There is no scope \"" + text + "\". The scopes are "
                                + Arrays.stream(Scope.values()).map(Scope::text).collect(Collectors.joining(", "))
                                + ".")));
            }
            return wanted;
        }
    }

    private static UUID school(Schools schools, String urn) {
        return schools.byUrn(urn)
                .map(Schools.Found::id)
                .orElseThrow(() -> new Refused("There is no school with URN " + urn + "; add it with: school add."));
    }

    private static PrintWriter out(@Nullable CommandSpec spec) {
        if (spec == null) {
            throw new IllegalStateException("a command outside the command line");
        }
        return spec.commandLine().getOut();
    }
}
