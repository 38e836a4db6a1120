package signpost.api.schools;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import signpost.api.testing.TestSchools;

/** A school with a head of destinations and a token in a data directory of its own, made as the command line makes them. */
public record SchoolOnDisk(String token, String username) {

    public static SchoolOnDisk in(Path data) {
        try (var context = new SpringApplicationBuilder(SchoolsCommandLine.Parts.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--signpost.database.dir=" + data.toAbsolutePath(),
                        "--signpost.database.programs=target/programs")) {
            var schools = context.getBean(Schools.class);
            var school = schools.add("Harbour Lane School", "100001", null);
            schools.addStaff(school, "head", "Sam H", Set.of(Role.HEAD_OF_DESTINATIONS), TestSchools.PASSWORD);
            return new SchoolOnDisk(
                    schools.issueToken(school, "MIS", EnumSet.allOf(Scope.class), null)
                            .secret(),
                    "head");
        }
    }
}
