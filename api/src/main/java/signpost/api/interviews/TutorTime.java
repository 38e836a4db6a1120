package signpost.api.interviews;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import signpost.api.pages.Mistake;
import signpost.api.pages.Mistakes;
import signpost.api.schools.StaffMember;
import signpost.api.students.Roll;
import signpost.api.students.Students;
import signpost.engine.profile.Value;

/** Takes down what a whole group says in one sitting; as many statements for thirty students as for two. */
@Service
class TutorTime {

    /**
     * What came of a sitting.
     *
     * @param saved students whose answers are kept
     * @param back what cannot be kept as it is, by student, and why
     * @param mistakes in the day of the sitting: then nothing is kept
     */
    record Outcome(Set<UUID> saved, Map<UUID, List<String>> back, Mistakes mistakes) {}

    /**
     * A table as it opens.
     *
     * @param draftOf when it was kept as a draft, if it is one
     */
    record Opened(SittingForm form, Optional<Instant> draftOf) {}

    private final HeldInterviews held;
    private final Interviews interviews;
    private final Circumstances circumstances;
    private final SittingDrafts drafts;
    private final Roll roll;
    private final Students students;
    private final Clock clock;

    TutorTime(
            HeldInterviews held,
            Interviews interviews,
            Circumstances circumstances,
            SittingDrafts drafts,
            Roll roll,
            Students students,
            Clock clock) {
        this.held = held;
        this.interviews = interviews;
        this.circumstances = circumstances;
        this.drafts = drafts;
        this.roll = roll;
        this.students = students;
        this.clock = clock;
    }

    /** Up to when everything recorded about these students is known to whoever opens the page now. */
    @Transactional(readOnly = true)
    public Instant seen(Sitting sitting) {
        return held.of(sitting.ids()).stream()
                .map(one -> one.circumstances().recordedAt())
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    /** The author's draft if there is one, else an empty table for today. */
    @Transactional(readOnly = true)
    public Opened open(StaffMember person, Sitting sitting) {
        return drafts.find(person.staffId(), sitting)
                .map(draft -> new Opened(draft.form(), Optional.of(draft.savedAt())))
                .orElseGet(() -> new Opened(SittingForm.blank(LocalDate.now(clock), seen(sitting)), Optional.empty()));
    }

    /**
     * Keeps what is sound, in one transaction; of a draft stays what is not. Answers join what was said the same day; what is
     * blank was not asked and takes nothing away.
     */
    @Transactional
    public Outcome save(StaffMember person, Sitting sitting, List<Question> questions, SittingForm form) {
        Optional<Mistake> wrongDay = FormReader.wrongDay(form.day(), LocalDate.now(clock));
        if (wrongDay.isPresent()) {
            drafts.keep(person.staffId(), sitting, form);
            return new Outcome(Set.of(), Map.of(), new Mistakes(List.of(wrongDay.get())));
        }
        LocalDate day = form.day().day().orElseThrow();
        // As an import does it, so that neither waits for the other in a circle.
        roll.lock();
        students.lock(sitting.ids());
        Map<UUID, List<Held>> before = held.of(sitting.ids()).stream()
                .collect(Collectors.groupingBy(one -> one.interview().student()));
        Map<UUID, List<String>> back = new LinkedHashMap<>();
        List<Interview> sound = new ArrayList<>();
        Map<UUID, Circumstances.Of> besides = new HashMap<>();
        form.told().forEach((student, typed) -> {
            FormReader.Read read = FormReader.answers(typed, questions, day);
            List<Held> theirs = before.getOrDefault(student, List.of());
            List<String> wrong = wrong(
                    read, sitting, student, theirs, questions, form.about().seen());
            if (wrong.isEmpty()) {
                Optional<Held> there = theirs.stream()
                        .filter(one -> one.interview().key().equals(new Interview.Key(student, day, sitting.kind())))
                        .findFirst();
                sound.add(joined(person, sitting, student, read, there));
                besides.put(student, besides(read, there));
            } else {
                back.put(student, wrong);
            }
        });
        keep(person, sound, besides);
        drafts.keep(person.staffId(), sitting, form.of(back.keySet()));
        return new Outcome(besides.keySet(), back, Mistakes.NONE);
    }

    private void keep(StaffMember person, List<Interview> sound, Map<UUID, Circumstances.Of> besides) {
        if (sound.isEmpty()) {
            return;
        }
        Map<UUID, Circumstances.Of> byInterview = new HashMap<>();
        interviews
                .keep(sound)
                .kept()
                .forEach((key, id) ->
                        byInterview.put(id, besides.getOrDefault(key.student(), Circumstances.Of.NOTHING)));
        circumstances.keep(person.staffId(), byInterview);
    }

    private static List<String> wrong(
            FormReader.Read read,
            Sitting sitting,
            UUID student,
            List<Held> before,
            List<Question> questions,
            Instant seen) {
        if (!sitting.ids().contains(student)) {
            return List.of("This student is not in the group any more.");
        }
        List<String> wrong = new ArrayList<>();
        read.mistakes().all().forEach(mistake -> wrong.add(mistake.text()));
        before.stream()
                .filter(one -> one.circumstances().recordedAt().isAfter(seen))
                .forEach(
                        one -> questions.stream()
                                .filter(question -> otherwise(one, read, question.key()))
                                .forEach(
                                        question -> wrong.add(
                                                question.title() + ": "
                                                        + one.interview()
                                                                .interviewer()
                                                                .orElse("somebody")
                                                        + " recorded another answer meanwhile, shown beside yours. Save again if yours stands.")));
        return wrong;
    }

    private static boolean otherwise(Held one, FormReader.Read read, String key) {
        Value theirs = one.interview().answers().get(key);
        Value ours = read.answers().get(key);
        return theirs != null && ours != null && !theirs.equals(ours);
    }

    private static Interview joined(
            StaffMember person, Sitting sitting, UUID student, FormReader.Read read, Optional<Held> there) {
        Optional<Interview> before = there.map(Held::interview);
        Map<String, Value> answers =
                new LinkedHashMap<>(before.map(Interview::answers).orElse(Map.of()));
        answers.keySet().removeAll(read.unsure());
        answers.putAll(read.answers());
        return new Interview(
                student,
                read.day(),
                sitting.kind(),
                Optional.of(Recording.by(before, person)),
                answers,
                before.flatMap(Interview::notes),
                before.flatMap(Interview::actions));
    }

    private static Circumstances.Of besides(FormReader.Read read, Optional<Held> there) {
        Circumstances.Of before = there.map(Held::circumstances).orElse(Circumstances.Of.NOTHING);
        Set<String> unsure = new HashSet<>(before.unsure());
        unsure.removeAll(read.answers().keySet());
        unsure.addAll(read.unsure());
        return new Circumstances.Of(before.present(), unsure, before.words(), before.recordedAt());
    }
}
