package signpost.api.meetings;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;
import signpost.api.interviews.AgreedActions;
import signpost.api.pages.Mistake;
import signpost.api.pages.Mistakes;
import signpost.api.schools.Ids;
import signpost.api.schools.StaffMember;
import signpost.api.students.Students;
import signpost.engine.vocabulary.Dates;

/** The list for a pastoral meeting, to talk through, to print and to take along as a CSV. */
@Controller
@PreAuthorize("hasAuthority('SEE_STUDENTS')")
class MeetingPage {

    private final MeetingLines lines;
    private final AgreedActions agreed;
    private final Students students;
    private final Ids ids;
    private final Clock clock;

    MeetingPage(MeetingLines lines, AgreedActions agreed, Students students, Ids ids, Clock clock) {
        this.lines = lines;
        this.agreed = agreed;
        this.students = students;
        this.ids = ids;
        this.clock = clock;
    }

    @GetMapping("/meeting-list")
    @Transactional(readOnly = true)
    String show(
            @RequestParam(required = false) @Nullable String year,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(required = false) @Nullable String flag,
            @RequestParam(required = false) @Nullable List<UUID> pick,
            @AuthenticationPrincipal StaffMember person,
            ModelMap model) {
        fill(person, Chosen.of(year, group, flag, pick), NewAction.EMPTY, List.of(), model);
        return "meeting-list";
    }

    /** Adds what was just agreed, and shows the same students again. */
    @PostMapping("/meeting-list/actions")
    @PreAuthorize("hasAuthority('RECORD_INTERVIEWS')")
    @Transactional
    ModelAndView add(
            @RequestParam Map<String, String> sent,
            @RequestParam(required = false) @Nullable List<UUID> pick,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        Chosen chosen = Chosen.of(sent.get("year"), sent.get("group"), sent.get("flag"), pick);
        NewAction typed = NewAction.of(sent);
        List<Mistake> mistakes =
                typed.mistakes(typed.id().flatMap(students::byId).isPresent(), LocalDate.now(clock));
        if (!mistakes.isEmpty()) {
            ModelAndView page = new ModelAndView("meeting-list", HttpStatus.UNPROCESSABLE_CONTENT);
            fill(person, chosen, typed, mistakes, page.getModelMap());
            return page;
        }
        agreed.add(typed.agreed(ids.next(), LocalDate.now(clock)));
        next.addFlashAttribute("done", "The action is added.");
        ModelAndView back = new ModelAndView(new RedirectView(chosen.address("/meeting-list"), true));
        back.setStatus(HttpStatus.SEE_OTHER);
        return back;
    }

    private void fill(StaffMember person, Chosen chosen, NewAction typed, List<Mistake> mistakes, ModelMap model) {
        List<Line> all = lines.of(person, chosen);
        model.addAttribute("chosen", chosen);
        model.addAttribute("choices", lines.choices(person));
        model.addAttribute("lines", all.stream().limit(MeetingLines.MOST).toList());
        model.addAttribute("more", all.size() > MeetingLines.MOST);
        model.addAttribute("today", Dates.words(LocalDate.now(clock)));
        model.addAttribute("typed", typed);
        model.addAttribute("mistakes", new Mistakes(mistakes));
    }

    @GetMapping("/meeting-list.csv")
    @Transactional(readOnly = true)
    ResponseEntity<byte[]> file(
            @RequestParam(required = false) @Nullable String year,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(required = false) @Nullable String flag,
            @RequestParam(required = false) @Nullable List<UUID> pick,
            @AuthenticationPrincipal StaffMember person) {
        List<Line> all = lines.of(person, Chosen.of(year, group, flag, pick)).stream()
                .limit(MeetingLines.MOST)
                .toList();
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", java.nio.charset.StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"meeting-list.csv\"")
                .body(MeetingCsv.of(all));
    }
}
