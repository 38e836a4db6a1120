package signpost.api.interviews;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import signpost.api.pages.Capital;
import signpost.api.pages.Mistakes;
import signpost.api.pages.SeeOther;
import signpost.api.schools.StaffMember;
import signpost.api.students.Profiles;
import signpost.engine.profile.Fact;
import signpost.engine.profile.Profile;
import signpost.engine.vocabulary.ValueWords;

/** A table in which a tutor takes down what a whole group says, or what those say who have left; on a page or on paper. */
@Controller
@RequestMapping("/tutor-time")
@PreAuthorize("hasAuthority('RECORD_TUTOR_TIME')")
class TutorTimePages {

    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);

    private final TutorTime tutorTime;
    private final Sittings sittings;
    private final Questions questions;
    private final Profiles profiles;
    private final Clock clock;

    TutorTimePages(TutorTime tutorTime, Sittings sittings, Questions questions, Profiles profiles, Clock clock) {
        this.tutorTime = tutorTime;
        this.sittings = sittings;
        this.questions = questions;
        this.profiles = profiles;
        this.clock = clock;
    }

    /** A student's row: {@code before} by question, {@code wrong} why it could not be saved. */
    record Row(Sitting.Member student, InterviewForm form, Map<String, String> before, List<String> wrong) {}

    @GetMapping
    ModelAndView choose() {
        ModelAndView page = new ModelAndView("tutor-time");
        page.addObject("groups", sittings.groups());
        page.addObject("leavers", sittings.leavers());
        return page;
    }

    @GetMapping("/{group}")
    ModelAndView group(@PathVariable String group, @AuthenticationPrincipal StaffMember person) {
        return table(ofGroup(group), person);
    }

    @GetMapping("/leavers/{summer:\\d{1,4}}")
    ModelAndView leavers(@PathVariable int summer, @AuthenticationPrincipal StaffMember person) {
        return table(ofLeavers(summer), person);
    }

    @PostMapping("/{group}")
    ModelAndView saveGroup(
            @PathVariable String group,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        return save(ofGroup(group), sent, person, next);
    }

    @PostMapping("/leavers/{summer:\\d{1,4}}")
    ModelAndView saveLeavers(
            @PathVariable int summer,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        return save(ofLeavers(summer), sent, person, next);
    }

    /** @param answers whether the last answers are printed too */
    @GetMapping("/{group}/sheet")
    ModelAndView sheet(
            @PathVariable String group,
            @RequestParam(defaultValue = "false") boolean answers,
            @AuthenticationPrincipal StaffMember person) {
        return sheet(ofGroup(group), answers, person);
    }

    @GetMapping("/leavers/{summer:\\d{1,4}}/sheet")
    ModelAndView leaversSheet(
            @PathVariable int summer,
            @RequestParam(defaultValue = "false") boolean answers,
            @AuthenticationPrincipal StaffMember person) {
        return sheet(ofLeavers(summer), answers, person);
    }

    private ModelAndView table(Sitting sitting, StaffMember person) {
        TutorTime.Opened opened = tutorTime.open(person, sitting);
        return page("tutor-time-group", sitting, person, opened.form(), Map.of())
                .addObject(
                        "draftOf",
                        opened.draftOf()
                                .map(at -> Moments.words(at, clock.getZone()))
                                .orElse(""));
    }

    private ModelAndView sheet(Sitting sitting, boolean answers, StaffMember person) {
        SittingForm blank = SittingForm.blank(LocalDate.now(clock), Instant.EPOCH);
        return page("tutor-time-sheet", sitting, person, blank, Map.of()).addObject("answers", answers);
    }

    private ModelAndView save(
            Sitting sitting, MultiValueMap<String, String> sent, StaffMember person, RedirectAttributes next) {
        SittingForm form = SittingForm.of(sent);
        boolean nothing = form.told().isEmpty();
        TutorTime.Outcome outcome = tutorTime.save(person, sitting, questions.inTutorTime(person), form);
        String saved = outcome.saved().size() == 1
                ? "Answers of one student saved."
                : "Answers of " + outcome.saved().size() + " students saved.";
        if (outcome.back().isEmpty() && outcome.mistakes().none() && !nothing) {
            next.addFlashAttribute("done", saved);
            return SeeOther.at(sitting.address());
        }
        SittingForm back =
                outcome.mistakes().none() ? form.of(outcome.back().keySet()).seen(tutorTime.seen(sitting)) : form;
        ModelAndView page = page("tutor-time-group", sitting, person, back, outcome.back());
        page.addObject("mistakes", outcome.mistakes());
        page.addObject(
                "some", nothing ? "Nobody has an answer yet." : outcome.saved().isEmpty() ? "" : saved);
        page.addObject(
                "gone",
                outcome.back().keySet().stream()
                        .anyMatch(student -> !sitting.ids().contains(student)));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(
            String view, Sitting sitting, StaffMember person, SittingForm form, Map<UUID, List<String>> wrong) {
        List<Question> asked = questions.inTutorTime(person);
        Map<UUID, Profile> known = profiles.of(sitting.ids());
        ModelAndView page = new ModelAndView(view);
        page.addObject("sitting", sitting);
        page.addObject("questions", asked);
        page.addObject("choices", asked.stream().collect(Collectors.toMap(Question::key, Numbered::of)));
        page.addObject("keys", Numbered.keys(asked));
        page.addObject("form", form);
        page.addObject("draftOf", "");
        page.addObject("mistakes", Mistakes.NONE);
        page.addObject("some", "");
        page.addObject("gone", false);
        page.addObject(
                "rows",
                sitting.students().stream()
                        .map(student -> new Row(
                                student,
                                form.told().getOrDefault(student.id(), new InterviewForm(Map.of())),
                                before(asked, known.getOrDefault(student.id(), new Profile("", Map.of()))),
                                wrong.getOrDefault(student.id(), List.of())))
                        .toList());
        return page;
    }

    private static Map<String, String> before(List<Question> asked, Profile known) {
        return asked.stream()
                .collect(Collectors.toMap(
                        Question::key,
                        question -> known.fact(question.key()) instanceof Fact.Known fact
                                ? said(ValueWords.of(question.attribute(), fact), fact.confirmedOn())
                                : ""));
    }

    /** Where it was said would fill the table with the same words thirty times over. */
    private static String said(String words, LocalDate on) {
        return Capital.first(words) + ", " + SHORT.format(on);
    }

    private Sitting ofGroup(String group) {
        return found(sittings.group(group));
    }

    private Sitting ofLeavers(int summer) {
        return found(sittings.leavers(summer));
    }

    private static Sitting found(Optional<Sitting> sitting) {
        return sitting.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
