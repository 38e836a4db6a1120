package signpost.api.interviews;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import signpost.api.pages.Mistake;
import signpost.api.pages.Mistakes;
import signpost.api.pages.TypedDay;
import signpost.engine.cohort.FactReader;
import signpost.engine.profile.Value;
import signpost.engine.vocabulary.Reading;

/** Reads an interview as typed, and finds everything that is wrong with it at once. */
final class FormReader {

    /** Longest list of who was present, in characters. */
    static final int LONGEST_PRESENT = 300;

    private final LocalDate today;
    private final List<Mistake> mistakes = new ArrayList<>();
    private final Map<String, Value> answers = new LinkedHashMap<>();
    private final Set<String> unsure = new HashSet<>();

    private FormReader(LocalDate today) {
        this.today = today;
    }

    /**
     * What a form says.
     *
     * @param answers what the student said
     * @param unsure what was asked and the student was not sure of
     * @param day on which it was held; today where it is mistaken
     */
    record Read(Map<String, Value> answers, Set<String> unsure, LocalDate day, Mistakes mistakes) {}

    static Read read(InterviewForm form, List<Question> questions, LocalDate today) {
        return new FormReader(today).read(form, questions);
    }

    /** The answers of one student alone, without anything an interview has besides. */
    static Read answers(InterviewForm form, List<Question> questions, LocalDate day) {
        FormReader reader = new FormReader(day);
        questions.forEach(question -> reader.answer(question, form.answer(question.key())));
        return reader.done(day);
    }

    private Read read(InterviewForm form, List<Question> questions) {
        TypedDay typed = TypedDay.of(form.day(), "on");
        wrongDay(typed, today).ifPresent(mistakes::add);
        longest(form, "present", LONGEST_PRESENT, "Who was present must be 300 characters or fewer");
        questions.forEach(question -> answer(question, form.answer(question)));
        questions.stream()
                .filter(Question::otherwise)
                .forEach(question -> longest(
                        form,
                        "w." + question.key(),
                        OwnWords.LONGEST,
                        question.title() + ": the words for something else must be 200 characters or fewer"));
        form.actions().forEach(action -> Actions.check(action, today, mistakes));
        longest(form, "notes", Interview.LONGEST_TEXT, "The notes must be 4,000 characters or fewer");
        return done(typed.day().orElse(today));
    }

    /** What is wrong with the day on which students were asked, if anything. */
    static Optional<Mistake> wrongDay(TypedDay typed, LocalDate today) {
        if (typed.day().isEmpty()) {
            return Optional.of(
                    Mistake.inDay("on", "Enter the day on which you spoke, such as " + Actions.written(today)));
        }
        LocalDate day = typed.day().get();
        if (day.isAfter(today)) {
            return Optional.of(Mistake.inDay("on", "The day must be today or earlier"));
        }
        return day.isBefore(today.minusYears(1))
                ? Optional.of(Mistake.inDay("on", "The day must be within the last year"))
                : Optional.empty();
    }

    private Read done(LocalDate day) {
        return new Read(answers, unsure, day, new Mistakes(mistakes));
    }

    private void longest(InterviewForm form, String field, int longest, String text) {
        if (form.text(field).length() > longest) {
            mistakes.add(new Mistake(field, text));
        }
    }

    private void answer(Question question, List<String> typed) {
        boolean alone = typed.contains(InterviewForm.NOT_SURE) || typed.contains(InterviewForm.NONE);
        if (alone && typed.size() > 1) {
            wrong(question, "choose either an answer, or that there is none, or that the student is not sure");
        } else if (typed.contains(InterviewForm.NOT_SURE)) {
            unsure.add(question.key());
        } else if (!typed.isEmpty()) {
            value(question, typed);
        }
    }

    private void value(Question question, List<String> typed) {
        String written = typed.stream()
                .flatMap(value -> value.lines().map(String::strip))
                .filter(value -> !value.isEmpty())
                .collect(Collectors.joining(question.form() == Question.Form.LINE ? " " : ";"));
        Reading reading = FactReader.read(question.attribute(), written);
        if (reading instanceof Reading.Read read) {
            answers.put(question.key(), read.value());
        } else if (reading instanceof Reading.Refused refused) {
            wrong(question, "what you entered " + refused.message());
        }
    }

    private void wrong(Question question, String message) {
        mistakes.add(
                new Mistake("q." + question.key(), "q-" + question.key() + "-1", question.title() + ": " + message));
    }
}
