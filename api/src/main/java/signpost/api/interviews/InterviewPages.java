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
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
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
import signpost.api.pages.Mistakes;
import signpost.api.pages.SeeOther;
import signpost.api.pages.TypedDay;
import signpost.api.recommendations.Sight;
import signpost.api.rulebooks.BookInForce;
import signpost.api.schools.Permission;
import signpost.api.schools.StaffMember;
import signpost.api.students.Profiles;
import signpost.api.students.Student;
import signpost.api.students.Students;
import signpost.engine.profile.Profile;

/** The form of an interview, which can be filled while talking, and its draft. */
@Controller
@RequestMapping("/students/{id}/interviews")
@PreAuthorize("hasAuthority('RECORD_TUTOR_TIME')")
class InterviewPages {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("H:mm 'on' d MMMM uuuu", Locale.UK);
    private static final int LONGEST_DRAFT = 100_000;
    private static final MediaType TEXT = MediaType.parseMediaType("text/plain;charset=UTF-8");

    /** Tells a page which draft it has just kept. */
    private static final String DRAFT = "Signpost-Draft";

    private final Recording recording;
    private final Drafts drafts;
    private final Questions questions;
    private final InterviewViews views;
    private final Snapshots snapshots;
    private final Students students;
    private final Profiles profiles;
    private final WordsTaken words;
    private final BookInForce book;
    private final Clock clock;

    InterviewPages(
            Recording recording,
            Drafts drafts,
            Questions questions,
            InterviewViews views,
            Snapshots snapshots,
            Students students,
            Profiles profiles,
            WordsTaken words,
            BookInForce book,
            Clock clock) {
        this.recording = recording;
        this.drafts = drafts;
        this.questions = questions;
        this.views = views;
        this.snapshots = snapshots;
        this.students = students;
        this.profiles = profiles;
        this.words = words;
        this.book = book;
        this.clock = clock;
    }

    /** @param on the day of an interview on record, to change it; today when absent */
    @GetMapping("/new")
    ModelAndView open(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> on,
            @AuthenticationPrincipal StaffMember person) {
        Recording.About about = about(id, kind, person);
        Recording.Opened opened = recording.open(about, on.orElseGet(() -> LocalDate.now(clock)));
        ModelAndView page = page(about, opened.form(), Mistakes.NONE, opened.news());
        page.addObject("draftOf", opened.draftOf().map(this::moment).orElse(""));
        return page;
    }

    /** Not in a transaction of its own: the student is evaluated when the interview is committed, and that is shown. */
    @PostMapping("/new")
    ModelAndView save(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        Recording.About about = about(id, kind, person);
        Recording.Outcome outcome = recording.save(about, InterviewForm.of(sent));
        if (outcome instanceof Recording.Outcome.NotYet notYet) {
            return back(about, notYet);
        }
        Recording.Outcome.Saved saved = (Recording.Outcome.Saved) outcome;
        var rules = book.recommender().book();
        next.addFlashAttribute("done", about.kind().title() + " saved." + delivered(saved, person));
        next.addFlashAttribute(
                "changes", Changes.between(saved.before(), snapshots.of(id), rules, Sight.of(person, rules)));
        return redirect("/students/" + id + "/interviews/" + saved.interview());
    }

    private static String delivered(Recording.Outcome.Saved saved, StaffMember person) {
        return saved.delivered()
                .map(title -> " The accepted “" + title + "” is marked as delivered"
                        + (person.may(Permission.DECIDE)
                                ? "; undo that on the student's page if it was another."
                                : "."))
                .orElse("");
    }

    /** What the page's script sends while somebody types. */
    @PostMapping(path = "/draft", headers = "Signpost-Autosave")
    ResponseEntity<String> autosave(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal StaffMember person) {
        Recording.About about = about(id, kind, person);
        InterviewForm form = InterviewForm.of(sent);
        var answer = ResponseEntity.status(tooLong(form) ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.OK)
                .contentType(TEXT);
        if (tooLong(form)) {
            return answer.body("This is more than a draft can hold. Shorten the notes.");
        }
        return drafts.keep(about.draft(), form)
                .map(at -> answer.header(DRAFT, InterviewForm.micros(at)).body("Draft saved at " + moment(at) + "."))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.CONFLICT)
                        .contentType(TEXT)
                        .body(
                                "Not saved yet: you wrote this interview in another window too. Press Save draft here to join"
                                        + " both."));
    }

    @PostMapping("/draft")
    ModelAndView keepDraft(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal StaffMember person) {
        Recording.About about = about(id, kind, person);
        InterviewForm form = InterviewForm.of(sent);
        if (tooLong(form)) {
            throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
        }
        if (drafts.keep(about.draft(), form).isEmpty()) {
            InterviewForm joined = recording.joined(about, form).orElse(form);
            return back(about, new Recording.Outcome.NotYet(joined, Mistakes.NONE, List.of(), true));
        }
        return redirect(
                "/students/" + id + "/interviews/new?kind=" + about.kind().code());
    }

    @PostMapping("/draft/discard")
    ModelAndView discard(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String kind,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        drafts.discard(about(id, kind, person).draft());
        next.addFlashAttribute("done", "Draft discarded.");
        return redirect("/students/" + id);
    }

    private ModelAndView back(Recording.About about, Recording.Outcome.NotYet notYet) {
        ModelAndView page = page(about, notYet.form(), notYet.mistakes(), notYet.news());
        page.addObject("elsewhere", notYet.elsewhere());
        page.setStatus(notYet.mistakes().none() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(Recording.About about, InterviewForm form, Mistakes mistakes, List<Held> news) {
        ModelAndView page = new ModelAndView("interview-form");
        page.addObject("student", student(about.student()));
        page.addObject("kind", about.kind());
        page.addObject("form", form);
        page.addObject("day", TypedDay.of(form.day(), "on"));
        page.addObject(
                "sections", questions.of(before(about.student(), form), words.of(about.student()), about.person()));
        page.addObject("mistakes", mistakes);
        page.addObject("news", views.of(news, about.student(), about.person()));
        page.addObject("draftOf", "");
        page.addObject("elsewhere", false);
        return page;
    }

    /** What was known before this interview, not what it said itself. */
    private Profile before(UUID student, InterviewForm form) {
        Optional<LocalDate> day = TypedDay.of(form.day(), "on").day();
        Map<UUID, Profile> known = form.base().isPresent() && day.isPresent()
                ? profiles.asOf(List.of(student), day.get().minusDays(1))
                : profiles.of(List.of(student));
        return known.getOrDefault(student, new Profile("", Map.of()));
    }

    private Recording.About about(UUID student, String code, StaffMember person) {
        InterviewKind kind = InterviewKind.of(code)
                .filter(known -> known != InterviewKind.SURVEY)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!InterviewViews.mayRecord(person, kind)) {
            throw new AccessDeniedException("takes down no interview of this kind");
        }
        return new Recording.About(person, student(student).id(), kind);
    }

    private Student student(UUID id) {
        return students.byId(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static boolean tooLong(InterviewForm form) {
        return form.typed().values().stream()
                        .flatMap(List::stream)
                        .mapToInt(String::length)
                        .sum()
                > LONGEST_DRAFT;
    }

    private String moment(Instant at) {
        return MOMENT.format(at.atZone(clock.getZone()));
    }

    private static ModelAndView redirect(String address) {
        return SeeOther.at(address);
    }
}
