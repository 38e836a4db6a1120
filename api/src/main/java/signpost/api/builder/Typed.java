package signpost.api.builder;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import signpost.api.pages.FreeText;

/** What was typed, as one line of a rule can hold it. */
final class Typed {

    private static final int MOST = 200;

    private Typed() {}

    /** On one line, whatever breaks of lines it had. */
    static String oneLine(@Nullable String typed) {
        return FreeText.clean(Optional.ofNullable(typed).orElse(""))
                .replaceAll("[\\s\\u0085\\u2028\\u2029]+", " ")
                .strip();
    }

    static List<String> all(MultiValueMap<String, String> sent, String name) {
        return Optional.ofNullable(sent.get(name)).orElse(List.of()).stream()
                .limit(MOST)
                .map(Typed::oneLine)
                .toList();
    }
}
