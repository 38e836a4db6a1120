package signpost.api.publishing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import signpost.api.drafts.Desk;
import signpost.api.drafts.Draft;
import signpost.api.drafts.DraftBook;
import signpost.api.drafts.DraftBooks;
import signpost.api.drafts.DraftState;
import signpost.api.drafts.InWords;
import signpost.api.pages.FreeText;
import signpost.api.pages.Mistake;
import signpost.api.pages.Mistakes;
import signpost.api.pages.SeeOther;
import signpost.api.pages.TypedDay;
import signpost.api.rulebooks.Version.Person;
import signpost.api.schools.StaffMember;
import signpost.api.students.NamesInText;
import signpost.engine.vocabulary.Dates;

/** What a draft would change, proposed by one person and answered by another. */
@Controller
@RequestMapping("/rule-book/drafts/{id}/proposal")
@PreAuthorize("hasAnyAuthority('EDIT_RULE_BOOK', 'APPROVE_RULE_BOOK')")
class ProposalPages {

    private static final int LONGEST = 2000;

    private final Desk desk;
    private final DraftBooks books;
    private final Proposing proposing;
    private final Approving approving;
    private final Publishing publishing;
    private final TrustSchools trustSchools;
    private final NamesInText names;
    private final Clock clock;

    ProposalPages(
            Desk desk,
            DraftBooks books,
            Proposing proposing,
            Approving approving,
            Publishing publishing,
            TrustSchools trustSchools,
            NamesInText names,
            Clock clock) {
        this.desk = desk;
        this.books = books;
        this.proposing = proposing;
        this.approving = approving;
        this.publishing = publishing;
        this.trustSchools = trustSchools;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID id, @AuthenticationPrincipal StaffMember person) {
        Desk.Opened opened = desk.open(person, id);
        return page(
                person,
                opened,
                opened.draft().reason(),
                TypedDay.of(opened.draft().from().orElse(LocalDate.now(clock))),
                Mistakes.NONE);
    }

    @PostMapping("/propose")
    @PreAuthorize("hasAuthority('EDIT_RULE_BOOK')")
    ModelAndView propose(
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        Desk.Opened opened = desk.open(person, id);
        String reason = FreeText.clean(sent.getOrDefault("reason", ""));
        TypedDay from = TypedDay.of(sent, "from");
        List<Mistake> wrong = new ArrayList<>();
        if (reason.isBlank()) {
            wrong.add(new Mistake("reason", "Enter why the book should change"));
        } else if (reason.length() > LONGEST) {
            wrong.add(new Mistake("reason", "Enter the reason in 2,000 characters or fewer"));
        } else if (names.anyIn(reason)) {
            wrong.add(new Mistake("reason", "Enter the reason without a student’s name: it is kept with the version"));
        }
        Optional<LocalDate> day = from.day();
        if (day.isEmpty()) {
            wrong.add(Mistake.inDay("from", "Enter the day from which it shall be in force"));
        } else if (day.get().isBefore(LocalDate.now(clock))) {
            wrong.add(Mistake.inDay("from", "Enter today or a later day"));
        }
        if (!wrong.isEmpty()) {
            ModelAndView page = page(person, opened, reason, from, new Mistakes(wrong));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        Answer answer = proposing.propose(
                person.schoolId(), opened, revision(sent), reason, day.orElseThrow(), Person.of(person));
        if (answer instanceof Answer.Refused refused) {
            // On the page itself, so that what was typed stays.
            ModelAndView page = page(person, desk.open(person, id), reason, from, Mistakes.NONE);
            page.addObject("refused", refused.because());
            page.setStatus(HttpStatus.CONFLICT);
            return page;
        }
        return told(answer, id, next);
    }

    @PostMapping("/take-back")
    @PreAuthorize("hasAuthority('EDIT_RULE_BOOK')")
    ModelAndView takeBack(@PathVariable UUID id, @AuthenticationPrincipal StaffMember person, RedirectAttributes next) {
        Desk.Opened opened = desk.open(person, id);
        return told(proposing.takeBack(opened.draft().id(), Person.of(person)), id, next);
    }

    @PostMapping("/approve")
    @PreAuthorize("hasAuthority('APPROVE_RULE_BOOK')")
    ModelAndView approve(
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        Desk.Opened opened = desk.open(person, id);
        Answer answer = approving.approve(person.schoolId(), opened, revision(sent), note(sent), Person.of(person));
        boolean due = answer instanceof Answer.Done
                && !opened.draft().from().orElseThrow().isAfter(LocalDate.now(clock));
        if (due) {
            answer = publishing.publish(person.schoolId(), opened.owner(), id);
        }
        return told(answer, id, next);
    }

    @PostMapping("/return")
    @PreAuthorize("hasAuthority('APPROVE_RULE_BOOK')")
    ModelAndView sendBack(
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        Desk.Opened opened = desk.open(person, id);
        return told(approving.sendBack(opened.draft().id(), revision(sent), note(sent), Person.of(person)), id, next);
    }

    private static ModelAndView told(Answer answer, UUID id, RedirectAttributes next) {
        if (answer instanceof Answer.Done done) {
            next.addFlashAttribute("done", done.said());
        } else {
            next.addFlashAttribute("refused", ((Answer.Refused) answer).because());
        }
        return SeeOther.at("/rule-book/drafts/" + id + "/proposal");
    }

    private ModelAndView page(StaffMember person, Desk.Opened opened, String reason, TypedDay from, Mistakes mistakes) {
        Draft draft = opened.draft();
        DraftBook now = books.of(person.schoolId(), opened.owner(), draft);
        DraftBook base = books.base(person.schoolId(), opened.owner(), draft);
        boolean hadAHand = approving.hadAHand(draft, Person.of(person));
        boolean proposed = draft.state() == DraftState.PROPOSED;
        ModelAndView page = new ModelAndView("proposal");
        page.addObject("draft", draft);
        page.addObject("owner", opened.owner());
        page.addObject("changes", InWords.between(base, now));
        page.addObject("readable", now.readable().isPresent());
        page.addObject("untouched", now.own().digest().equals(base.own().digest()));
        page.addObject("problems", now.problems().size());
        page.addObject("notes", now.notes());
        page.addObject("conflicts", trustSchools.conflicts(opened.owner(), now.own()));
        page.addObject(
                "inUse",
                draft.state() == DraftState.PUBLISHED
                        ? List.of()
                        : proposing.takenAway(person.schoolId(), opened.owner(), draft));
        page.addObject("named", draft.open() ? proposing.named(person.schoolId(), opened.owner(), draft) : List.of());
        page.addObject("mayPropose", opened.mayEdit() && draft.open());
        page.addObject("mayTakeBack", opened.mayEdit() && (proposed || draft.state() == DraftState.APPROVED));
        page.addObject("mayApprove", opened.mayApprove() && proposed && !hadAHand);
        page.addObject("ownProposal", opened.mayApprove() && proposed && hadAHand);
        page.addObject("reason", reason);
        page.addObject("from", from);
        page.addObject("fromWords", draft.from().map(Dates::words).orElse(""));
        page.addObject("proposedAt", draft.proposed().map(this::moment).orElse(""));
        page.addObject("decidedAt", draft.decided().map(this::moment).orElse(""));
        page.addObject("mistakes", mistakes);
        return page;
    }

    private String moment(Draft.Act act) {
        return Dates.moment(act.at().atZone(clock.getZone()));
    }

    private static int revision(Map<String, String> sent) {
        String text = sent.getOrDefault("revision", "");
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    }

    private static String note(Map<String, String> sent) {
        String note = FreeText.clean(sent.getOrDefault("note", ""));
        return note.substring(0, Math.min(note.length(), LONGEST));
    }
}
