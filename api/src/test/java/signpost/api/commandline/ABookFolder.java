package signpost.api.commandline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small rule book on the disk, with what a test puts into it. */
final class ABookFolder {

    static final String PERSISTENT = rule("Persistent absence", "attendance is 90% or below", """
            flag "Persistent absence" as medium
                add 2 points to RONI
                recommend ATT-01 within 2 weeks""");

    private final Path folder;

    private ABookFolder(Path folder) {
        this.folder = folder;
    }

    /** A folder with nothing in it yet. */
    static ABookFolder empty(Path folder) {
        return new ABookFolder(folder);
    }

    static ABookFolder in(Path folder) {
        return new ABookFolder(folder)
                .with("vocabulary/words.txt", """
                        Attribute: nc_year
                          Called: the year group
                          Kind: whole number from 7 to 14
                          Columns: nc_year, Year
                          Why held: rules differ by year
                        Attribute: attendance_pct
                          Called: attendance
                          Kind: percentage from 0 to 100
                          Columns: % Attendance
                          Why held: absence is an early sign
                        Attribute: sen_provision
                          Called: SEN provision
                          Kind: one of
                            N = none
                            K = SEN support
                            E = EHC plan
                          Why held: help is owed
                        Attribute: plan_state
                          Called: the post-16 plan
                          Kind: one of
                            none = no plan
                            ideas = ideas
                          Why held: who has no plan needs help
                        """)
                .with("catalogue/interventions.csv", """
                        code,title,description,delivered_by,hours,unit,places,years,terms,repeats,evidence,source
                        ATT-01,Attendance plan,,pastoral lead,1,teacher hour,,10;11,any,no,,
                        PGI-01,Personal guidance interview,,careers adviser,0.75,adviser hour,,10;11,any,no,,
                        """)
                .with("catalogue/override-reasons.csv", "code,label,lasting,note\nNOT-NOW,Not now,no,\n");
    }

    static String rule(String name, String condition, String consequence) {
        return "Rule: " + name + "\n  Owner: Head of destinations\n  Why: it matters\n  Source: the school\n"
                + "  When\n    " + condition + "\n  Then\n    " + consequence + "\n  Because\n    attendance is"
                + " {attendance}\n";
    }

    ABookFolder with(String file, String text) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    ABookFolder withRules(String rules) {
        return with("topics/attendance.txt", rules);
    }
}
