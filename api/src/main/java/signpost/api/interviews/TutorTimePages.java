package signpost.api.interviews;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import signpost.api.pages.SeeOther;
import signpost.api.pages.SentId;
import signpost.api.schools.StaffMember;
import signpost.api.students.Profiles;
import signpost.engine.profile.Profile;

/** A table in which a tutor takes down what a whole group says, or what those say who have left; on a page or on paper. */
@Controller
@RequestMapping("/tutor-time")
@PreAuthorize("hasAuthority('RECORD_TUTOR_TIME')")
class TutorTimePages {

    private final TutorTime tutorTime;
    private final Sittings sittings;
    private final Questions questions;
    private final Profiles profiles;

    TutorTimePages(TutorTime tutorTime, Sittings sittings, Questions questions, Profiles profiles) {
        this.tutorTime = tutorTime;
        this.sittings = sittings;
        this.questions = questions;
        this.profiles = profiles;
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
        String seen = InterviewForm.micros(tutorTime.seen(sitting));
        return page("tutor-time-group", sitting, person, Map.of(), Map.of()).addObject("seen", seen);
    }

    private ModelAndView sheet(Sitting sitting, boolean answers, StaffMember person) {
        return page("tutor-time-sheet", sitting, person, Map.of(), Map.of()).addObject("answers", answers);
    }

    private ModelAndView save(
            Sitting sitting, MultiValueMap<String, String> sent, StaffMember person, RedirectAttributes next) {
        Map<UUID, InterviewForm> told = told(sent);
        InterviewForm opened = InterviewForm.of(sent);
        TutorTime.Outcome outcome = tutorTime.save(person, sitting, questions.inTutorTime(person), told, opened.seen());
        String saved = outcome.saved().size() == 1
                ? "Answers of one student saved."
                : "Answers of " + outcome.saved().size() + " students saved.";
        if (outcome.back().isEmpty() && !told.isEmpty()) {
            next.addFlashAttribute("done", saved);
            return SeeOther.at(sitting.address());
        }
        Map<UUID, InterviewForm> back = new LinkedHashMap<>(told);
        back.keySet().retainAll(outcome.back().keySet());
        ModelAndView page = page("tutor-time-group", sitting, person, back, outcome.back());
        page.addObject("seen", InterviewForm.micros(tutorTime.seen(sitting)));
        page.addObject(
                "some",
                told.isEmpty() ? "Nobody has an answer yet." : outcome.saved().isEmpty() ? "" : saved);
        page.addObject(
                "gone",
                outcome.back().keySet().stream()
                        .anyMatch(student -> !sitting.ids().contains(student)));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(
            String view,
            Sitting sitting,
            StaffMember person,
            Map<UUID, InterviewForm> typed,
            Map<UUID, List<String>> wrong) {
        List<Question> asked = questions.inTutorTime(person);
        Map<UUID, Profile> known = profiles.of(sitting.ids());
        ModelAndView page = new ModelAndView(view);
        page.addObject("sitting", sitting);
        page.addObject("questions", asked);
        page.addObject("some", "");
        page.addObject("gone", false);
        page.addObject(
                "rows",
                sitting.students().stream()
                        .map(student -> new Row(
                                student,
                                typed.getOrDefault(student.id(), new InterviewForm(Map.of())),
                                before(asked, known.getOrDefault(student.id(), new Profile("", Map.of()))),
                                wrong.getOrDefault(student.id(), List.of())))
                        .toList());
        return page;
    }

    private static Map<String, String> before(List<Question> asked, Profile known) {
        return asked.stream()
                .collect(Collectors.toMap(
                        Question::key, question -> Questions.said(question.attribute(), known.fact(question.key()))));
    }

    /** Fields are the student's id and the attribute: {@code 0190....plan_state}. */
    private static Map<UUID, InterviewForm> told(MultiValueMap<String, String> sent) {
        Map<UUID, MultiValueMap<String, String>> byStudent = new LinkedHashMap<>();
        sent.forEach((field, values) -> {
            int dot = field.indexOf('.');
            SentId.of(dot < 0 ? "" : field.substring(0, dot))
                    .ifPresent(student -> byStudent
                            .computeIfAbsent(student, first -> new LinkedMultiValueMap<>())
                            .addAll("q." + field.substring(dot + 1), parts(values)));
        });
        Map<UUID, InterviewForm> told = new LinkedHashMap<>();
        byStudent.forEach((student, fields) -> {
            InterviewForm form = InterviewForm.of(fields);
            if (!form.typed().isEmpty()) {
                told.put(student, form);
            }
        });
        return told;
    }

    /** Several answers to one question stand in one field. */
    private static List<String> parts(List<String> values) {
        return values.stream()
                .flatMap(value -> Arrays.stream(value.split(";", -1)))
                .toList();
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
