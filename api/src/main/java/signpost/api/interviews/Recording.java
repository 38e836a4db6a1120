package signpost.api.interviews;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.pages.Mistake;
import signpost.api.pages.Mistakes;
import signpost.api.pages.SentId;
import signpost.api.schools.Ids;
import signpost.api.schools.StaffMember;
import signpost.api.students.Roll;
import signpost.api.students.Students;
import signpost.engine.profile.Value;

/** Takes down an interview that a person holds: opens its form, and keeps it once nobody's words would be lost. */
@Service
class Recording {

    /** Whose form it is. */
    record About(StaffMember person, UUID student, InterviewKind kind) {
        Drafts.Key draft() {
            return new Drafts.Key(person.staffId(), student, kind);
        }
    }

    /**
     * A form as it opens.
     *
     * @param draftOf when it was kept as a draft, if it is one
     * @param news what others recorded about the student since it was begun
     */
    record Opened(InterviewForm form, Optional<Instant> draftOf, List<Held> news) {}

    /** What came of saving. */
    sealed interface Outcome {

        /**
         * It is kept; {@code before} is how things stood until then, {@code delivered} what was accepted and is
         * recorded as delivered by it.
         */
        record Saved(UUID interview, Snapshot before, Optional<String> delivered) implements Outcome {}

        /**
         * Nothing is kept: something is wrong, or others recorded something meanwhile, or the author did in
         * another window ({@code elsewhere}), which {@code form} now has too.
         */
        record NotYet(InterviewForm form, Mistakes mistakes, List<Held> news, boolean elsewhere) implements Outcome {}
    }

    private final HeldInterviews held;
    private final Interviews interviews;
    private final Circumstances circumstances;
    private final AgreedActions actions;
    private final Drafts drafts;
    private final Questions questions;
    private final Fulfilling fulfilling;
    private final Snapshots snapshots;
    private final Roll roll;
    private final Students students;
    private final Ids ids;
    private final Clock clock;

    Recording(
            HeldInterviews held,
            Interviews interviews,
            Circumstances circumstances,
            AgreedActions actions,
            Drafts drafts,
            Questions questions,
            Fulfilling fulfilling,
            Snapshots snapshots,
            Roll roll,
            Students students,
            Ids ids,
            Clock clock) {
        this.held = held;
        this.interviews = interviews;
        this.circumstances = circumstances;
        this.actions = actions;
        this.drafts = drafts;
        this.questions = questions;
        this.fulfilling = fulfilling;
        this.snapshots = snapshots;
        this.roll = roll;
        this.students = students;
        this.ids = ids;
        this.clock = clock;
    }

    /** The author's draft if there is one, else the interview of that day, else an empty form. */
    @Transactional(readOnly = true)
    public Opened open(About about, LocalDate day) {
        List<Held> all = held.of(about.student());
        Optional<Drafts.Draft> draft = drafts.find(about.draft());
        if (draft.isPresent()) {
            InterviewForm form = draft.get().form().with("draft", draft.get().stamp());
            return new Opened(form, Optional.of(draft.get().savedAt()), news(all, form, Optional.empty()));
        }
        InterviewForm form = at(all, about, day)
                .map(one -> ThreeWay.remembering(one.form(actionsOf(one)).asking(questions.all(about.person()))))
                .orElseGet(() -> Held.dayOf(day));
        return new Opened(seen(form, all), Optional.empty(), List.of());
    }

    /** Keeps the interview and ends the draft, in one transaction; the student is evaluated once it commits. */
    @Transactional
    public Outcome save(About about, InterviewForm form) {
        // As an import does it, so that neither waits for the other in a circle.
        roll.lock();
        students.lock(List.of(about.student()));
        Optional<InterviewForm> joined = joined(about, form);
        if (joined.isPresent()) {
            return new Outcome.NotYet(joined.get(), Mistakes.NONE, List.of(), true);
        }
        List<Held> all = held.of(about.student());
        List<Question> asked = questions.all(about.person());
        FormReader.Read read = FormReader.read(form, asked, LocalDate.now(clock));
        Optional<Held> there = at(all, about, read.day());
        List<Held> news = news(all, form, there);
        Mistakes mistakes = withSomethingSaid(read, form);
        if (!mistakes.none() || !news.isEmpty()) {
            InterviewForm merged = there.filter(news::contains)
                    .map(one -> joined(form, one, asked))
                    .orElse(form);
            return new Outcome.NotYet(news.isEmpty() ? form : seen(merged, all), mistakes, news, false);
        }
        Snapshot before = snapshots.of(about.student());
        UUID kept = keep(about, form, read, there, asked);
        return new Outcome.Saved(
                kept, before, fulfilling.heldOn(about.person(), about.student(), about.kind(), read.day()));
    }

    /** The form with what its author wrote in another window since; empty where there is nothing of the kind. */
    @Transactional(readOnly = true)
    public Optional<InterviewForm> joined(About about, InterviewForm form) {
        return drafts.find(about.draft())
                .filter(draft -> draft.elsewhere(form))
                .map(draft -> ThreeWay.joined(form, draft.form()).with("draft", draft.stamp()));
    }

    private InterviewForm joined(InterviewForm form, Held one, List<Question> asked) {
        InterviewForm now = one.form(actionsOf(one)).asking(asked);
        InterviewForm both = ThreeWay.joined(form, now).with("base", one.id().toString());
        return both.with("was", ThreeWay.remembering(now).text("was"));
    }

    private UUID keep(
            About about, InterviewForm form, FormReader.Read read, Optional<Held> there, List<Question> asked) {
        Set<String> keys = asked.stream().map(Question::key).collect(Collectors.toSet());
        Map<String, Value> answers = new LinkedHashMap<>(read.answers());
        Set<String> unsure = new HashSet<>(read.unsure());
        Map<String, String> words = named(form, asked, answers);
        there.ifPresent(one -> {
            // What this form does not ask stays as it was told.
            one.interview().answers().entrySet().stream()
                    .filter(answer -> !keys.contains(answer.getKey()))
                    .forEach(answer -> answers.put(answer.getKey(), answer.getValue()));
            one.circumstances().words().forEach((key, own) -> {
                if (!keys.contains(key)) {
                    words.put(key, own);
                }
            });
            one.circumstances().unsure().stream()
                    .filter(key -> !keys.contains(key))
                    .forEach(unsure::add);
        });
        Optional<Interview> before = there.map(Held::interview);
        Interview told = new Interview(
                about.student(),
                read.day(),
                about.kind(),
                Optional.of(by(before, about.person())),
                answers,
                Optional.of(form.text("notes")).filter(notes -> !notes.isEmpty()),
                before.flatMap(Interview::actions));
        UUID id = interviews.keep(List.of(told)).kept().values().iterator().next();
        circumstances.keep(
                about.person().staffId(),
                Map.of(id, new Circumstances.Of(form.text("present"), unsure, words, clock.instant())));
        keepActions(about, form, id, there);
        drafts.discard(about.draft());
        return id;
    }

    /** What the student called something else, where they said that there is something else. */
    private static Map<String, String> named(InterviewForm form, List<Question> asked, Map<String, Value> answers) {
        Map<String, String> words = new LinkedHashMap<>();
        asked.stream()
                .filter(question -> question.otherwise() && answers.containsKey(question.key()))
                .filter(question -> !form.named(question.key()).isEmpty())
                .forEach(question -> words.put(question.key(), form.named(question.key())));
        return words;
    }

    private void keepActions(About about, InterviewForm form, UUID interview, Optional<Held> there) {
        Set<UUID> known = there.map(this::actionsOf).orElse(List.of()).stream()
                .map(AgreedAction::id)
                .collect(Collectors.toSet());
        Set<UUID> gone = new HashSet<>(known);
        List<AgreedAction> agreed = new ArrayList<>();
        for (InterviewForm.TypedAction typed : form.actions()) {
            UUID id = SentId.of(typed.id()).filter(known::contains).orElseGet(ids::next);
            gone.remove(id);
            agreed.add(new AgreedAction(
                    id,
                    about.student(),
                    Optional.of(interview),
                    typed.what(),
                    typed.who(),
                    Actions.by(typed),
                    LocalDate.now(clock),
                    Optional.empty()));
        }
        actions.keep(agreed);
        actions.remove(gone);
    }

    /** Everybody who had a part in it. */
    static String by(Optional<Interview> before, StaffMember person) {
        String other = before.flatMap(Interview::interviewer).orElse("");
        String both = other + ", " + person.displayName();
        boolean one = other.isEmpty() || both.length() > Interview.LONGEST_NAME;
        return one ? person.displayName() : other.contains(person.displayName()) ? other : both;
    }

    private static Mistakes withSomethingSaid(FormReader.Read read, InterviewForm form) {
        boolean said = !read.answers().isEmpty()
                || !read.unsure().isEmpty()
                || !form.text("notes").isEmpty()
                || !form.actions().isEmpty();
        if (said || !read.mistakes().none()) {
            return read.mistakes();
        }
        return new Mistakes(List.of(new Mistake("notes", "Record at least one answer, action or note")));
    }

    /** What was recorded since, and what stands where this would go unless that is what is being changed. */
    private static List<Held> news(List<Held> all, InterviewForm form, Optional<Held> there) {
        Stream<Held> since =
                all.stream().filter(one -> one.circumstances().recordedAt().isAfter(form.seen()));
        Stream<Held> inTheWay = there.filter(one -> !form.base().equals(Optional.of(one.id()))).stream();
        return Stream.concat(since, inTheWay).distinct().toList();
    }

    private static InterviewForm seen(InterviewForm form, List<Held> all) {
        Instant last = all.stream()
                .map(one -> one.circumstances().recordedAt())
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        return form.with("seen", InterviewForm.micros(last));
    }

    private static Optional<Held> at(List<Held> all, About about, LocalDate day) {
        return all.stream()
                .filter(one -> one.interview().key().equals(new Interview.Key(about.student(), day, about.kind())))
                .findFirst();
    }

    private List<AgreedAction> actionsOf(Held one) {
        return actions.of(List.of(one.interview().student())).stream()
                .filter(action -> action.interview().equals(Optional.of(one.id())))
                .toList();
    }
}
