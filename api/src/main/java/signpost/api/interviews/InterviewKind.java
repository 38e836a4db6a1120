package signpost.api.interviews;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import signpost.engine.profile.Source;

/** On what occasion a student was asked. */
public enum InterviewKind {
    GUIDANCE(Source.INTERVIEW, "Guidance interview"),
    TUTOR(Source.TUTOR_TIME, "Tutor conversation"),
    LEAVER(Source.LEAVER_SESSION, "Leaver call"),
    SURVEY(Source.SURVEY, "Survey");

    private final Source source;
    private final String title;

    InterviewKind(Source source, String title) {
        this.source = source;
        this.title = title;
    }

    /** As people call it: {@code Guidance interview}. */
    public String title() {
        return title;
    }

    /** As written in files: {@code guidance}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where observations from it say they come from. */
    public Source source() {
        return source;
    }

    static Optional<InterviewKind> of(String written) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equalsIgnoreCase(written.strip()))
                .findFirst();
    }

    /** What is wrong with a kind that is none. */
    static String fault() {
        return "is not one of "
                + Arrays.stream(values()).map(InterviewKind::code).collect(Collectors.joining(", "));
    }
}
