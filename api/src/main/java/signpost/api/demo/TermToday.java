package signpost.api.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import signpost.api.missed.Missed;
import signpost.api.missed.MissedHelp;
import signpost.api.recommendations.Recommendations;
import signpost.api.rulebooks.BookInForce;
import signpost.api.schools.SchoolScope;
import signpost.api.schools.Schools;
import signpost.api.students.Student;
import signpost.api.students.Students;
import signpost.engine.catalogue.Intervention;

/** What people of the first school do at the pages today, each signed in: nothing that is there already. */
@Component
@Profile("demo")
class TermToday {

    private static final String GROUP = "11B";
    private static final int MOST = 20;
    private static final Pattern ANSWER = Pattern.compile(" name=\"([0-9a-f-]{36})\\.plan_state\"");
    private static final List<String> PLANS = List.of("ideas", "none", "applied", "ideas", "?", "applied", "none");

    private final Schools schools;
    private final SchoolScope scope;
    private final AdviserWork work;
    private final Recommendations recommendations;
    private final MissedHelp missedHelp;
    private final Students students;
    private final BookInForce book;
    private final Clock clock;

    TermToday(
            Schools schools,
            SchoolScope scope,
            AdviserWork work,
            Recommendations recommendations,
            MissedHelp missedHelp,
            Students students,
            BookInForce book,
            Clock clock) {
        this.schools = schools;
        this.scope = scope;
        this.work = work;
        this.recommendations = recommendations;
        this.missedHelp = missedHelp;
        this.students = students;
        this.book = book;
        this.clock = clock;
    }

    /** @param school with its two advisers, a tutor and a head of destinations */
    void live(UUID school, String name, String address) {
        Weeks weeks = Weeks.upTo(LocalDate.now(clock));
        List<String> groups = groups(school);
        Optional<Missed> missed = scope.within(school, () -> missed(school, groups));
        Set<String> tutored = new TreeSet<>(Set.of(GROUP));
        missed.flatMap(one -> scope.within(school, () -> students.byId(one.student())))
                .flatMap(Student::regGroup)
                .ifPresent(tutored::add);
        new AdviserToday(person(address, DemonstrationLogin.ADVISER, name), weeks)
                .work(scope.within(school, () -> lowerSchool(school)), groups, missed);
        new OfficeToday(person(address, DemonstrationLogin.HEAD, name), weeks, schools.staff(school))
                .arrange(groups, tutored);
        sitting(person(address, DemonstrationLogin.TUTOR, name), weeks);
    }

    private static Person person(String address, DemonstrationLogin login, String school) {
        return Person.signedIn(address, login.username(school), DemonstrationAccounts.PASSWORD);
    }

    /** Help missed twice by somebody who has a tutor, and that no session is about to give. */
    private Optional<Missed> missed(UUID school, List<String> groups) {
        return missedHelp.waiting(school, MOST).stream()
                .filter(one -> groups.stream().limit(2).noneMatch(one.intervention()::equals))
                .filter(one ->
                        students.byId(one.student()).flatMap(Student::regGroup).isPresent())
                .findFirst();
    }

    /** Students of year 11 who wait for a decision, the gravest needs first. */
    private List<UUID> lowerSchool(UUID school) {
        return work.waiting(school).stream()
                .filter(one -> one.student()
                        .regGroup()
                        .filter(group -> group.startsWith("11"))
                        .isPresent())
                .map(one -> one.student().id())
                .distinct()
                .toList();
    }

    /** What is given in groups, that most have accepted and still wait for first. */
    private List<String> groups(UUID school) {
        Map<String, Integer> waiting = new TreeMap<>();
        scope.within(
                school,
                () -> book.recommender().book().catalogue().offeredOn(LocalDate.now(clock)).stream()
                        .filter(one -> one.places() > 1)
                        .map(Intervention::code)
                        .forEach(code -> waiting.put(
                                code, recommendations.accepted(school, code).size())));
        return waiting.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A tutor group of an afternoon; the same answers again change nothing. */
    private static void sitting(Person tutor, Weeks weeks) {
        String page = tutor.page("/tutor-time/" + GROUP);
        Typed answers = new Typed().and("on", weeks.ago(2));
        int number = 0;
        for (var student : Person.found(ANSWER, page)) {
            answers.and(student.group(1) + ".plan_state", PLANS.get(number % PLANS.size()))
                    .and(student.group(1) + ".knows_services", Integer.toString(1 + number % 4));
            number++;
        }
        tutor.send("/tutor-time/" + GROUP, page, answers.fields());
    }
}
