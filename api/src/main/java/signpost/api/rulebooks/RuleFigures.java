package signpost.api.rulebooks;

import java.util.Map;
import signpost.api.schools.StaffMember;

/** What is known of the rules in force beyond their text; who counts it lies downstream. */
public interface RuleFigures {

    /** A line about each rule by its name, as this person may read it. */
    Map<String, String> lines(StaffMember person);
}
