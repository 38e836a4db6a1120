package signpost.api.home;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import signpost.api.deliveries.Review;
import signpost.api.deliveries.Reviews;
import signpost.api.interviews.AgreedAction;
import signpost.api.interviews.AgreedActions;
import signpost.api.missed.Missed;
import signpost.api.missed.MissedHelp;
import signpost.api.recommendations.Sight;
import signpost.api.rulebooks.BookInForce;
import signpost.api.schools.Permission;
import signpost.api.schools.Role;
import signpost.api.schools.StaffMember;
import signpost.api.students.Student;
import signpost.api.students.Students;
import signpost.engine.rulebook.RuleBook;
import signpost.engine.vocabulary.Dates;

/** Home: what this week asks of whoever signed in. A tutor finds what a tutor may see. */
@Controller
@PreAuthorize("hasAuthority('SEE_STUDENTS')")
class HomePage {

    private static final int SHORT = 5;
    private static final int LONG = 500;
    private static final int MISSED = 200;

    /** Days ahead in which an agreed action is due this week. */
    private static final int AHEAD = 6;

    /** The flag by which the rule book says that somebody should ask; a book without it has no such list. */
    private static final String INTERVIEW_DUE = "Interview due";

    private final ThisWeek week;
    private final Reviews reviews;
    private final MissedHelp missed;
    private final Picture picture;
    private final AgreedActions agreed;
    private final Referrals referrals;
    private final Students students;
    private final BookInForce book;
    private final Clock clock;

    HomePage(
            ThisWeek week,
            Reviews reviews,
            MissedHelp missed,
            Picture picture,
            AgreedActions agreed,
            Referrals referrals,
            Students students,
            BookInForce book,
            Clock clock) {
        this.week = week;
        this.reviews = reviews;
        this.missed = missed;
        this.picture = picture;
        this.agreed = agreed;
        this.referrals = referrals;
        this.students = students;
        this.book = book;
        this.clock = clock;
    }

    @GetMapping("/home")
    @Transactional
    String show(@AuthenticationPrincipal StaffMember person, Model model) {
        UUID school = person.schoolId();
        LocalDate today = LocalDate.now(clock);
        RuleBook rules = book.recommender().book();
        List<String> flags = flags(person, rules);
        boolean decides = person.may(Permission.DECIDE);
        ThisWeek.Whose whose = new ThisWeek.Whose(school, person.staffId(), today);
        boolean seesEverything = person.may(Permission.SEE_SPECIAL_CATEGORY);
        model.addAttribute("decides", decides);
        model.addAttribute("today", Dates.words(today));
        model.addAttribute("seesInterviews", flags.contains(INTERVIEW_DUE));
        model.addAttribute("seesEverything", seesEverything);
        model.addAttribute("interviewFlag", INTERVIEW_DUE);
        model.addAttribute(
                "interviews", flags.contains(INTERVIEW_DUE) ? week.flagged(whose, INTERVIEW_DUE, SHORT) : Few.NONE);
        model.addAttribute("raised", week.raised(whose, since(today), flags, seesEverything, SHORT));
        model.addAttribute("decisions", decides ? week.decisions(whose, SHORT) : Few.NONE);
        model.addAttribute("isTutor", person.roles().contains(Role.TUTOR));
        model.addAttribute("referred", referrals.to(person, SHORT));
        model.addAttribute("empty", !students.any());
        model.addAttribute("picture", picture.of(person));
        model.addAttribute("capacity", picture.capacity(person));
        followUp(school, decides, today, rules, model);
        return "home";
    }

    /** All of whom something was flagged since Friday. */
    @GetMapping("/home/flagged")
    @Transactional(readOnly = true)
    String flagged(@AuthenticationPrincipal StaffMember person, Model model) {
        LocalDate today = LocalDate.now(clock);
        List<String> flags = flags(person, book.recommender().book());
        model.addAttribute("title", "Flagged since Friday");
        model.addAttribute("about", "Since " + Dates.words(friday(today)) + ", in order of need.");
        model.addAttribute(
                "few",
                week.raised(
                        new ThisWeek.Whose(person.schoolId(), person.staffId(), today),
                        since(today),
                        flags,
                        person.may(Permission.SEE_SPECIAL_CATEGORY),
                        LONG));
        return "home-list";
    }

    /** All that was agreed and is due within the week, or was before. */
    @GetMapping("/home/actions")
    @Transactional(readOnly = true)
    String actions(Model model) {
        LocalDate today = LocalDate.now(clock);
        List<AgreedAction> all = due(today);
        model.addAttribute("title", "Agreed actions due");
        model.addAttribute("about", "By " + Dates.words(today.plusDays(AHEAD)) + ", those due first at the top.");
        model.addAttribute(
                "few",
                actions(
                        all,
                        students.byIds(all.stream().map(AgreedAction::student).toList()),
                        LONG));
        return "home-list";
    }

    private List<AgreedAction> due(LocalDate today) {
        return agreed.open().stream()
                .filter(one -> one.by()
                        .filter(by -> !by.isAfter(today.plusDays(AHEAD)))
                        .isPresent())
                .toList();
    }

    private static Few actions(List<AgreedAction> all, Map<UUID, Student> names, int most) {
        return new Few(
                all.stream()
                        .limit(most)
                        .map(one -> one(
                                names,
                                one.student(),
                                one.what() + ": " + one.who() + ", by "
                                        + one.by().map(Dates::words).orElse("")))
                        .toList(),
                all.size());
    }

    private void followUp(UUID school, boolean decides, LocalDate today, RuleBook rules, Model model) {
        List<Review> due = decides ? reviews.due(school, today, SHORT) : List.of();
        List<Missed> twice = decides ? missed.waiting(school, MISSED) : List.of();
        List<AgreedAction> actions = due(today);
        Map<UUID, Student> names = students.byIds(Stream.of(
                        due.stream().map(Review::student),
                        twice.stream().limit(SHORT).map(Missed::student),
                        actions.stream().limit(SHORT).map(AgreedAction::student))
                .flatMap(each -> each)
                .toList());
        model.addAttribute("actions", actions(actions, names, SHORT));
        model.addAttribute(
                "reviews",
                new Few(
                        due.stream()
                                .map(one -> one(
                                        names,
                                        one.student(),
                                        title(rules, one.intervention()) + ", delivered " + Dates.words(one.on())))
                                .toList(),
                        due.size() < SHORT ? due.size() : reviews.count(school, today)));
        model.addAttribute(
                "missed",
                new Few(
                        twice.stream()
                                .limit(SHORT)
                                .map(one -> one(
                                        names,
                                        one.student(),
                                        title(rules, one.intervention()) + ", last on " + Dates.words(one.lastOn())))
                                .toList(),
                        twice.size()));
    }

    private static Few.One one(Map<UUID, Student> names, UUID student, String about) {
        return new Few.One(student, Objects.requireNonNull(names.get(student)).name(), about);
    }

    /** The flags that give away nothing this person may not see. */
    private static List<String> flags(StaffMember person, RuleBook rules) {
        Sight sight = Sight.of(person, rules);
        return rules.rules().stream()
                .flatMap(rule -> rule.flags())
                .map(raised -> raised.flag())
                .distinct()
                .filter(sight::seesEveryReasonOf)
                .toList();
    }

    /** The last Friday before today: what came since then has not been through a week yet. */
    private static LocalDate friday(LocalDate today) {
        return today.with(TemporalAdjusters.previous(DayOfWeek.FRIDAY));
    }

    private Instant since(LocalDate today) {
        return friday(today).atStartOfDay(clock.getZone()).toInstant();
    }

    private static String title(RuleBook rules, String code) {
        return rules.catalogue().title(code);
    }
}
