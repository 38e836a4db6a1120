package signpost.api.missed;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import signpost.api.pages.FreeText;
import signpost.api.pages.Mistake;
import signpost.api.pages.Mistakes;
import signpost.api.pages.SeeOther;
import signpost.api.pages.TypedDay;
import signpost.api.recommendations.Recommendations;
import signpost.api.rulebooks.BookInForce;
import signpost.api.schools.StaffMember;
import signpost.api.students.Student;
import signpost.api.students.Students;
import signpost.engine.vocabulary.Dates;

/** Where a person decides how to go on with help that was not attended twice. */
@Controller
@PreAuthorize("hasAuthority('DECIDE')")
class MissedPages {

    private static final int PAGE = 100;
    private static final int LONGEST_NOTE = 1_000;

    /** A student in the list. */
    record Listed(Missed missed, Student student, String title, String last) {}

    /** The decision as typed. */
    record Form(String way, TypedDay on, String note) {
        static Form of(Map<String, String> sent) {
            return new Form(
                    sent.getOrDefault("way", ""),
                    TypedDay.of(sent, "on"),
                    FreeText.clean(sent.getOrDefault("note", "")));
        }

        List<Mistake> mistakes(LocalDate today) {
            List<Mistake> wrong = new ArrayList<>();
            Optional<Way> chosen = Way.of(way);
            if (chosen.isEmpty()) {
                wrong.add(Mistake.inChoice("way", "Choose how to go on"));
            }
            if (chosen.filter(Way.PLAN_AGAIN::equals).isPresent()
                    && on.day()
                            .filter(day -> !day.isBefore(today) && !day.isAfter(today.plusYears(1)))
                            .isEmpty()) {
                wrong.add(Mistake.inDay("on", "Enter the day it is planned for, from today to a year from now"));
            }
            if (note.isEmpty()) {
                wrong.add(new Mistake("note", "Say what is done another way, or what you ask of them"));
            } else if (note.length() > LONGEST_NOTE) {
                wrong.add(new Mistake("note", "The note must be 1,000 characters or fewer"));
            }
            return wrong;
        }
    }

    private final MissedHelp missed;
    private final GoingOn goingOn;
    private final Students students;
    private final Recommendations recommendations;
    private final BookInForce book;
    private final Clock clock;

    MissedPages(
            MissedHelp missed,
            GoingOn goingOn,
            Students students,
            Recommendations recommendations,
            BookInForce book,
            Clock clock) {
        this.missed = missed;
        this.goingOn = goingOn;
        this.students = students;
        this.recommendations = recommendations;
        this.book = book;
        this.clock = clock;
    }

    @GetMapping("/not-attended")
    @Transactional(readOnly = true)
    ModelAndView list(@AuthenticationPrincipal StaffMember person) {
        List<Missed> waiting = missed.waiting(person.schoolId(), PAGE);
        List<Missed> referred = missed.referred(person.schoolId(), PAGE);
        Map<UUID, Student> names = students.byIds(Stream.concat(waiting.stream(), referred.stream())
                .map(Missed::student)
                .toList());
        ModelAndView page = new ModelAndView("not-attended");
        page.addObject("waiting", listed(waiting, names));
        page.addObject("referred", listed(referred, names));
        return page;
    }

    private List<Listed> listed(List<Missed> all, Map<UUID, Student> names) {
        return all.stream()
                .map(one -> new Listed(
                        one,
                        java.util.Objects.requireNonNull(names.get(one.student())),
                        title(one.intervention()),
                        Dates.words(one.lastOn())))
                .toList();
    }

    @GetMapping("/recommendations/{id}/not-attended")
    @Transactional(readOnly = true)
    ModelAndView ask(@PathVariable UUID id, @AuthenticationPrincipal StaffMember person) {
        return page(person, id, new Form("", TypedDay.BLANK, ""), List.of(), "");
    }

    @PostMapping("/recommendations/{id}/not-attended")
    @Transactional
    ModelAndView decide(
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        Form form = Form.of(sent);
        List<Mistake> mistakes = form.mistakes(LocalDate.now(clock));
        if (!mistakes.isEmpty()) {
            ModelAndView page = page(person, id, form, mistakes, "");
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        Way way = Way.of(form.way()).orElseThrow();
        String times = sent.getOrDefault("times", "");
        Optional<String> refused = goingOn.decide(
                person,
                id,
                times.matches("\\d{1,4}") ? Integer.parseInt(times) : 0,
                way,
                form.on().day(),
                form.note());
        if (refused.isPresent()) {
            ModelAndView page = page(person, id, form, List.of(), refused.get());
            page.setStatus(HttpStatus.CONFLICT);
            return page;
        }
        next.addFlashAttribute("done", "Decided: " + way.words() + ".");
        return SeeOther.at("/not-attended");
    }

    private ModelAndView page(StaffMember person, UUID id, Form form, List<Mistake> mistakes, String refused) {
        var now = recommendations
                .find(person.schoolId(), id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Optional<Missed> one = missed.of(person.schoolId(), id);
        ModelAndView page = new ModelAndView("not-attended-form");
        page.addObject("id", id);
        page.addObject("student", students.byId(now.student()).orElseThrow());
        page.addObject("help", title(now.intervention()));
        page.addObject("missed", one.map(Missed::words).orElse(""));
        page.addObject("times", one.map(Missed::times).orElse(0));
        page.addObject("last", one.map(Missed::lastOn).map(Dates::words).orElse(""));
        page.addObject("ways", Way.values());
        page.addObject("form", form);
        page.addObject("mistakes", new Mistakes(mistakes));
        page.addObject("refused", refused);
        return page;
    }

    private String title(String code) {
        return book.recommender().book().catalogue().title(code);
    }
}
