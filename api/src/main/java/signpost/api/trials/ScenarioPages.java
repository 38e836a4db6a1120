package signpost.api.trials;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;
import signpost.api.drafts.Desk;
import signpost.api.drafts.DraftBooks;
import signpost.api.drafts.Drafting;
import signpost.api.drafts.Saving;
import signpost.api.pages.Mistake;
import signpost.api.pages.Mistakes;
import signpost.api.pages.SeeOther;
import signpost.api.recommendations.StudentsJudged;
import signpost.api.rulebooks.Version.Person;
import signpost.api.schools.StaffMember;
import signpost.api.students.NamesInText;
import signpost.api.students.Student;
import signpost.api.students.Students;
import signpost.engine.evaluation.Recommender;
import signpost.engine.profile.StudentOnDate;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.rulebook.Rule;
import signpost.engine.scenario.MadeScenario;
import signpost.engine.scenario.ScenarioFrom;
import signpost.engine.vocabulary.Dates;

/** Makes a scenario of a draft's rule from a student, shows it, and puts it beside the rule. */
@Controller
@RequestMapping("/rule-book/drafts/{id}/scenario")
@PreAuthorize(
        "hasAuthority('SEE_STUDENTS') and hasAuthority('SEE_SPECIAL_CATEGORY') and hasAuthority('EDIT_RULE_BOOK')")
class ScenarioPages {

    private static final int LONGEST = 20_000;

    private final Desk desk;
    private final DraftBooks books;
    private final Drafting drafting;
    private final Students students;
    private final StudentsJudged judged;
    private final NamesInText names;
    private final Clock clock;

    ScenarioPages(
            Desk desk,
            DraftBooks books,
            Drafting drafting,
            Students students,
            StudentsJudged judged,
            NamesInText names,
            Clock clock) {
        this.desk = desk;
        this.books = books;
        this.drafting = drafting;
        this.students = students;
        this.judged = judged;
        this.names = names;
        this.clock = clock;
    }

    @PostMapping
    ModelAndView make(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String student,
            @RequestParam(defaultValue = "") String rule,
            @AuthenticationPrincipal StaffMember person) {
        Desk.Opened opened = opened(person, id);
        Recommender recommender = recommender(person, opened);
        Rule about = recommender.book().rule(rule).orElseThrow(ScenarioPages::none);
        LocalDate today = LocalDate.now(clock);
        StudentOnDate facts = judged.on(
                        person.schoolId(),
                        recommender.book(),
                        List.of(found(student).id()),
                        today)
                .get(0);
        MadeScenario made =
                ScenarioFrom.of(recommender, about, facts, about.name() + ", as seen on " + Dates.words(today));
        return page(opened, about, student, made);
    }

    private static ModelAndView page(Desk.Opened opened, Rule about, String student, MadeScenario made) {
        ModelAndView page = new ModelAndView("made-scenario");
        page.addObject("mistakes", Mistakes.NONE);
        page.addObject("draft", opened.draft());
        page.addObject("rule", about.name());
        page.addObject("student", student);
        page.addObject("file", file(about));
        page.addObject("made", made);
        return page;
    }

    @PostMapping("/save")
    ModelAndView save(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String student,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "") String text,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        Desk.Opened opened = opened(person, id);
        Rule about = recommender(person, opened).book().rule(rule).orElseThrow(ScenarioPages::none);
        if (text.isBlank() || text.length() > LONGEST) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (names.anyIn(text)) {
            ModelAndView page =
                    page(opened, about, student, new MadeScenario(text.replace("\r\n", "\n"), List.of(), true));
            page.addObject(
                    "mistakes",
                    new Mistakes(List.of(
                            new Mistake("text", "Take the student’s name out: everybody reads the rule book"))));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        String file = file(about);
        BookFiles own =
                books.of(person.schoolId(), opened.owner(), opened.draft()).own();
        Saving saving = drafting.save(
                person.schoolId(),
                opened.owner(),
                id,
                new Drafting.Opened(opened.draft().base(), opened.draft().revision()),
                file,
                with(own, file, text),
                Map.of(),
                Person.of(person));
        if (saving instanceof Saving.Saved) {
            next.addFlashAttribute("done", "The scenario was put at the end of this file.");
            return SeeOther.at("/rule-book/drafts/" + id + "/file?path="
                    + UriUtils.encodeQueryParam(file, StandardCharsets.UTF_8));
        }
        next.addFlashAttribute(
                "refused",
                saving instanceof Saving.Refused refused
                        ? refused.because()
                        : "Somebody saved the same file just now. Make the scenario again.");
        return SeeOther.at("/rule-book/drafts/" + id);
    }

    /** What the file says now, as a text box would show it, and the scenario after it. */
    private static String with(BookFiles own, String file, String text) {
        String before = own.paths().contains(file)
                ? new String(own.bytes(file), StandardCharsets.UTF_8)
                        .replace("\uFEFF", "")
                        .replace("\r\n", "\n")
                        .stripTrailing()
                : "";
        return (before.isEmpty() ? "" : before + "\n\n")
                + text.replace("\r\n", "\n").strip()
                + "\n";
    }

    private static String file(Rule rule) {
        return "topics/" + rule.topic() + ".scenarios.txt";
    }

    private Desk.Opened opened(StaffMember person, UUID id) {
        Desk.Opened opened = desk.open(person, id);
        if (!opened.draft().open()) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        return opened;
    }

    private Recommender recommender(StaffMember person, Desk.Opened opened) {
        return books.of(person.schoolId(), opened.owner(), opened.draft())
                .readable()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.CONFLICT));
    }

    private Student found(String student) {
        try {
            return students.byId(UUID.fromString(student)).orElseThrow(ScenarioPages::none);
        } catch (IllegalArgumentException noId) {
            throw none();
        }
    }

    private static ResponseStatusException none() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
