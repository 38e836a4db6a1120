package signpost.api.rulebooks;

import java.util.List;
import signpost.api.schools.StaffMember;

/** What waits for a person about the rule book, told at the top of its page; who knows it lies downstream. */
public interface RuleBookNotices {

    /** A sentence that leads somewhere. */
    record Notice(String words, String address) {}

    /** In the order to be read. */
    List<Notice> of(StaffMember person);
}
