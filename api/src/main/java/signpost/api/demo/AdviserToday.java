package signpost.api.demo;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import signpost.api.missed.Missed;

/** An adviser's last days: interviews with what was agreed, a flag, help that no rule asked for, and group sessions. */
final class AdviserToday {

    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d/M/uuuu", Locale.UK);
    private static final Pattern SESSION = Pattern.compile("/sessions/[0-9a-f-]{36}");
    private static final Pattern CHOOSE = Pattern.compile(" name=\"(choose-[0-9a-f-]{36})\"");
    private static final Pattern MARK = Pattern.compile(" name=\"seen-([0-9a-f-]{36})\"");
    private static final Pattern OPTION = Pattern.compile("<option value=\"(PGI-[^\"]+)\"");

    /** What was agreed, who does it, and in how many days. */
    private record Agreed(String what, String who, int inDays) {}

    private static final List<Agreed> AGREED = List.of(
            new Agreed("Finish the college application and send it", "Student", 4),
            new Agreed("Ring the training provider about open places", "Careers adviser", 1),
            new Agreed("Ask about the maths resit timetable", "Form tutor", 2),
            new Agreed("Bring a parent or carer to the open evening", "Student", 9),
            new Agreed("Send the list of local apprenticeships", "Careers adviser", -2),
            new Agreed("Write the personal statement's first paragraph", "Student", 6));

    private final Person adviser;
    private final Weeks weeks;

    AdviserToday(Person adviser, Weeks weeks) {
        this.adviser = adviser;
        this.weeks = weeks;
    }

    /**
     * Does what is not there yet.
     *
     * @param students whom the adviser has talked to, one each action
     * @param groups what was accepted for several, by code: one session is over, one is to come
     * @param missed what the tutor is to ask about
     */
    void work(List<UUID> students, List<String> groups, Optional<Missed> missed) {
        if (!adviser.page("/home/actions").contains(AGREED.get(0).what())) {
            for (int number = 0; number < Math.min(AGREED.size(), students.size()); number++) {
                interview(students.get(number), AGREED.get(number), weeks.ago(1 + number));
            }
            students.stream().limit(1).forEach(this::flagAndAdd);
        }
        if (Person.found(SESSION, adviser.page("/sessions")).isEmpty()) {
            missed.ifPresent(one -> refer("/recommendations/" + one.recommendation() + "/not-attended"));
            groups.stream().limit(1).forEach(code -> register(session(code, weeks.ago(9))));
            groups.stream().skip(1).limit(1).forEach(code -> session(code, weeks.soon()));
        }
    }

    private void interview(UUID student, Agreed agreed, LocalDate on) {
        adviser.send(
                "/students/" + student + "/interviews/new?kind=guidance",
                Typed.of("q.plan_state", "ideas")
                        .and("q.knows_services", "3")
                        .and("on", on)
                        .and("notes", "Has an idea of the route and wants to compare two places.")
                        .and("action-1-what", agreed.what())
                        .and("action-1-who", agreed.who())
                        .and("action-1-by", SHORT.format(weeks.today().plusDays(agreed.inDays())))
                        .fields());
    }

    private void flagAndAdd(UUID student) {
        adviser.send(
                "/students/" + student + "/flag",
                Typed.of("name", "Worried about the move")
                        .and("severity", "medium")
                        .and("reason", "Said in the interview that the new place feels far away.")
                        .fields());
        String page = adviser.page("/students/" + student + "/add");
        Person.first(OPTION, page)
                .ifPresent(code -> adviser.send(
                        "/students/" + student + "/add",
                        page,
                        Typed.of("intervention", code)
                                .and("reason", "Asked for another talk before deciding between the two places.")
                                .and("due", weeks.today().plusDays(14))
                                .fields()));
    }

    private void refer(String path) {
        adviser.send(
                path,
                Typed.of("way", "tutor")
                        .and("note", "Please ask what got in the way.")
                        .fields());
    }

    /** Where the session's register is. */
    private String session(String code, LocalDate on) {
        String there = adviser.send(
                "/sessions",
                adviser.page("/sessions/new?intervention=" + code),
                Typed.of("intervention", code)
                        .and("on", on)
                        .and("time", "11:20")
                        .and("place", "Library")
                        .and("runBy", "Careers adviser")
                        .and("places", "8")
                        .fields());
        String path = Person.found(SESSION, there).get(0).group();
        String page = adviser.page(path + "/students");
        Typed chosen = new Typed();
        Person.found(CHOOSE, page).stream().limit(7).forEach(one -> chosen.and(one.group(1), "yes"));
        adviser.send(path + "/students", page, chosen.fields());
        return path;
    }

    /** All came but two. */
    private void register(String path) {
        String page = adviser.page(path);
        Typed marks = new Typed();
        int number = 0;
        for (var mark : Person.found(MARK, page)) {
            marks.and("what-" + mark.group(1), number++ % 4 == 2 ? "did_not_attend" : "delivered");
        }
        adviser.send(path + "/register", page, marks.fields());
    }
}
