package signpost.api.interviews;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.recommendations.Sight;
import signpost.api.rulebooks.BookInForce;
import signpost.api.schools.Permission;
import signpost.api.schools.StaffMember;
import signpost.engine.profile.Value;
import signpost.engine.vocabulary.Attribute;
import signpost.engine.vocabulary.Dates;

/** Says what interviews on record hold, to somebody who may see it. */
@Component("interviewViews")
class InterviewViews {

    private final HeldInterviews held;
    private final AgreedActions actions;
    private final Drafts drafts;
    private final BookInForce book;

    InterviewViews(HeldInterviews held, AgreedActions actions, Drafts drafts, BookInForce book) {
        this.drafts = drafts;
        this.held = held;
        this.actions = actions;
        this.book = book;
    }

    /** A student's interviews as the signed-in person may see them, the latest first. */
    @Transactional(readOnly = true)
    public List<InterviewView> of(UUID student) {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        return signedIn != null && signedIn.getPrincipal() instanceof StaffMember person
                ? of(student, person)
                : List.of();
    }

    @Transactional(readOnly = true)
    public List<InterviewView> of(UUID student, StaffMember person) {
        return of(held.of(student), student, person);
    }

    /** What was agreed with a student elsewhere than at an interview, open ones first. */
    @Transactional(readOnly = true)
    public List<AgreedAction> agreedElsewhere(UUID student) {
        return actions.of(List.of(student)).stream()
                .filter(action -> action.interview().isEmpty())
                .toList();
    }

    /** The kinds of interview of which the signed-in person has a draft about a student. */
    @Transactional(readOnly = true)
    public List<InterviewKind> drafts(UUID student) {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        return signedIn != null && signedIn.getPrincipal() instanceof StaffMember person
                ? drafts.kinds(person.staffId(), student)
                : List.of();
    }

    @Transactional(readOnly = true)
    public Optional<InterviewView> find(UUID student, UUID interview, StaffMember person) {
        return of(student, person).stream()
                .filter(one -> one.id().equals(interview))
                .findFirst();
    }

    List<InterviewView> of(List<Held> some, UUID student, StaffMember person) {
        Map<Optional<UUID>, List<AgreedAction>> agreed = some.isEmpty()
                ? Map.of()
                : actions.of(List.of(student)).stream().collect(Collectors.groupingBy(AgreedAction::interview));
        return some.stream()
                .map(one -> view(one, agreed.getOrDefault(Optional.of(one.id()), List.of()), person))
                .toList();
    }

    private InterviewView view(Held one, List<AgreedAction> agreed, StaffMember person) {
        Interview interview = one.interview();
        boolean reads = mayRecord(person, interview.kind());
        return new InterviewView(
                one.id(),
                interview.kind().code(),
                interview.kind().title(),
                Dates.words(interview.heldOn()),
                interview.heldOn().toString(),
                interview.interviewer().orElse(""),
                one.circumstances().present(),
                said(one, Sight.of(person, book.recommender().book())),
                reads ? interview.notes().orElse("") : "",
                reads ? interview.actions().orElse("") : "",
                agreed,
                reads && interview.kind() != InterviewKind.SURVEY);
    }

    /** Whether somebody takes down interviews of a kind; who does, reads what was written about them. */
    static boolean mayRecord(StaffMember person, InterviewKind kind) {
        return person.may(Permission.RECORD_INTERVIEWS)
                || (kind == InterviewKind.TUTOR && person.may(Permission.RECORD_TUTOR_TIME));
    }

    private List<InterviewView.Said> said(Held one, Sight sight) {
        List<InterviewView.Said> said = new ArrayList<>();
        boolean hides = false;
        for (Attribute attribute : book.recommender().book().vocabulary().attributes()) {
            Value value = one.interview().answers().get(attribute.key());
            if (!sight.sees(attribute)) {
                hides |= value != null || one.circumstances().unsure().contains(attribute.key());
            } else if (value != null) {
                String named = one.circumstances().words().getOrDefault(attribute.key(), "");
                said.add(new InterviewView.Said(attribute.title(), OwnWords.with(attribute, value, named)));
            } else if (one.circumstances().unsure().contains(attribute.key())) {
                said.add(new InterviewView.Said(attribute.title(), "asked; the student was not sure"));
            }
        }
        if (hides) {
            said.add(new InterviewView.Said("Other answers", Sight.RESTRICTED));
        }
        return said;
    }
}
