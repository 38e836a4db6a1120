package signpost.api.interviews;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import signpost.api.pages.FreeText;
import signpost.api.pages.SentId;

/**
 * An interview as somebody has typed it so far: field to values. It is a draft when it is kept so, and everything stands as
 * typed, so that nothing is lost when it is shown again.
 *
 * @param typed the answers under {@code q.} and the attribute's key, words for something else under {@code w.}; actions as {@code action-1-what}; {@code seen} is up to
 *     when the author knew of others' interviews, {@code base} the interview that is being changed, {@code was} the form as it
 *     opened ({@link ThreeWay}), {@code draft} which draft of the author's it knows and {@code window} where it is written
 */
record InterviewForm(Map<String, List<String>> typed) {

    /** Asked, and the student was not sure: kept beside the answers, and for rules not known. */
    static final String NOT_SURE = "?";

    /** Asked, and there are none. */
    static final String NONE = "none";

    private static final int MOST_ACTIONS = 20;
    private static final Pattern FIELD = Pattern.compile(
            "[qw]\\.[a-z0-9_]{1,64}|present|notes|on-(day|month|year)|action-\\d{1,2}-(id|what|who|by)|seen|base|was|draft|window");

    InterviewForm {
        typed = Map.copyOf(typed);
    }

    /** An action as typed; its id when it is on record already. */
    record TypedAction(int number, String id, String what, String who, String by) {
        boolean blank() {
            return (what + who + by).isBlank();
        }
    }

    static InterviewForm of(Map<String, List<String>> sent) {
        Map<String, List<String>> typed = new LinkedHashMap<>();
        sent.forEach((field, values) -> {
            List<String> kept = values.stream()
                    .map(FreeText::clean)
                    .filter(value -> !value.isEmpty())
                    .toList();
            if (FIELD.matcher(field).matches() && !kept.isEmpty()) {
                typed.put(field, kept);
            }
        });
        return new InterviewForm(typed);
    }

    InterviewForm with(String field, String... values) {
        Map<String, List<String>> more = new LinkedHashMap<>(typed);
        more.put(field, List.of(values));
        return of(more);
    }

    /** Without answers to anything but these. */
    InterviewForm asking(List<Question> questions) {
        Map<String, List<String>> fields = new LinkedHashMap<>(typed);
        fields.keySet()
                .removeIf(field -> (field.startsWith("q.") || field.startsWith("w."))
                        && questions.stream()
                                .noneMatch(question -> field.substring(2).equals(question.key())));
        return new InterviewForm(fields);
    }

    /** The fields alone whose names begin so. */
    InterviewForm only(String start) {
        Map<String, List<String>> fields = new LinkedHashMap<>(typed);
        fields.keySet().removeIf(field -> !field.startsWith(start));
        return new InterviewForm(fields);
    }

    /** This and what the other has besides. */
    InterviewForm and(InterviewForm other) {
        Map<String, List<String>> fields = new LinkedHashMap<>(other.typed());
        fields.putAll(typed);
        return new InterviewForm(fields);
    }

    /** What was typed in answer to a question; empty: it was not asked. */
    List<String> answer(String key) {
        return typed.getOrDefault("q." + key, List.of());
    }

    /** The same with "something else" where the student named it. */
    List<String> answer(Question question) {
        List<String> typed = answer(question.key());
        return !question.otherwise() || named(question.key()).isEmpty() || typed.contains(OwnWords.OTHER)
                ? typed
                : Stream.concat(typed.stream(), Stream.of(OwnWords.OTHER)).toList();
    }

    /** What the student called something else, or empty. */
    public String named(String key) {
        return text("w." + key);
    }

    /** Whether this was chosen; the empty choice is "not asked". */
    public boolean chosen(String key, String code) {
        return code.isEmpty() ? answer(key).isEmpty() : answer(key).contains(code);
    }

    /** What was written in answer, without what was ticked beside it. */
    public String written(String key) {
        return answer(key).stream()
                .filter(value -> !value.equals(NOT_SURE) && !value.equals(NONE))
                .findFirst()
                .orElse("");
    }

    /** The same, of several: one a line. */
    public String lines(String key) {
        return answer(key).stream()
                .filter(value -> !value.equals(NOT_SURE) && !value.equals(NONE))
                .collect(Collectors.joining("\n"));
    }

    /** Everything typed in answer to a question, in one line. */
    public String typedAll(String key) {
        return String.join("; ", answer(key));
    }

    public String text(String field) {
        return typed.getOrDefault(field, List.of()).stream().findFirst().orElse("");
    }

    /** The day as typed, field by field. */
    Map<String, String> day() {
        return Map.of("on-day", text("on-day"), "on-month", text("on-month"), "on-year", text("on-year"));
    }

    Optional<UUID> base() {
        return SentId.of(text("base"));
    }

    /** Up to when the author knew of others' interviews. */
    Instant seen() {
        String micros = text("seen");
        return micros.matches("\\d{1,18}")
                ? Instant.EPOCH
                        .plusNanos(Long.parseLong(micros) % 1_000_000 * 1_000)
                        .plusSeconds(Long.parseLong(micros) / 1_000_000)
                : Instant.EPOCH;
    }

    static String micros(Instant at) {
        return Long.toString(at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000);
    }

    /** The actions typed, without empty rows. */
    List<TypedAction> actions() {
        return rows().filter(action -> !action.blank()).toList();
    }

    /** The rows to show: what was typed and some to spare. */
    public List<TypedAction> actionRows() {
        List<TypedAction> rows = new ArrayList<>();
        rows().filter(action -> !action.blank() || !action.id().isEmpty()).forEach(rows::add);
        int next = rows.stream().mapToInt(TypedAction::number).max().orElse(0) + 1;
        IntStream.range(next, Math.min(next + Math.max(2, 3 - rows.size()), MOST_ACTIONS + 1))
                .forEach(number -> rows.add(new TypedAction(number, "", "", "", "")));
        return rows;
    }

    private Stream<TypedAction> rows() {
        return IntStream.rangeClosed(1, MOST_ACTIONS).mapToObj(number -> {
            String row = "action-" + number + "-";
            return new TypedAction(number, text(row + "id"), text(row + "what"), text(row + "who"), text(row + "by"));
        });
    }

    /** Puts actions of others that this form does not have yet into free rows. */
    InterviewForm withActions(List<AgreedAction> more) {
        Map<String, List<String>> fields = new LinkedHashMap<>(typed);
        int number = rows().filter(action -> !action.blank() || !action.id().isEmpty())
                .mapToInt(TypedAction::number)
                .max()
                .orElse(0);
        for (AgreedAction action : more) {
            String row = "action-" + ++number + "-";
            fields.put(row + "id", List.of(action.id().toString()));
            fields.put(row + "what", List.of(action.what()));
            fields.put(row + "who", List.of(action.who()));
            fields.put(row + "by", action.by().map(Actions::written).stream().toList());
        }
        return of(fields);
    }
}
