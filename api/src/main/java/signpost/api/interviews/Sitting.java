package signpost.api.interviews;

import java.util.List;
import java.util.UUID;

/**
 * Students who answer in one sitting: a tutor group, or those who left in a school year.
 *
 * @param title such as {@code Tutor group 11B}
 * @param address of its page
 * @param kind as which their answers are kept
 * @param students by name
 */
record Sitting(String title, String address, InterviewKind kind, List<Member> students) {

    Sitting {
        students = List.copyOf(students);
    }

    /** One of them. */
    record Member(UUID id, String name) {}

    /** A sitting to choose, and how many students it has. */
    record Choice(String title, String address, int students) {}

    List<UUID> ids() {
        return students.stream().map(Member::id).toList();
    }
}
