package signpost.api.drafts;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.util.StreamUtils;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/**
 * Turns the names by which modules ask for each other, such as {@code @codemirror/state}, into addresses. To a browser a name
 * means nothing without an import map, and that would be a script within the page, which the content security policy
 * forbids.
 */
final class EditorModules implements ResourceTransformer {

    /** By name, where each lies below the address of the editor; a WebJar's version is left out. */
    static final Map<String, String> PLACES = Map.ofEntries(
            Map.entry("@codemirror/autocomplete", "codemirror__autocomplete/dist/index.js"),
            Map.entry("@codemirror/commands", "codemirror__commands/dist/index.js"),
            Map.entry("@codemirror/language", "codemirror__language/dist/index.js"),
            Map.entry("@codemirror/lint", "codemirror__lint/dist/index.js"),
            Map.entry("@codemirror/search", "codemirror__search/dist/index.js"),
            Map.entry("@codemirror/state", "codemirror__state/dist/index.js"),
            Map.entry("@codemirror/view", "codemirror__view/dist/index.js"),
            Map.entry("@lezer/common", "lezer__common/dist/index.js"),
            Map.entry("@lezer/highlight", "lezer__highlight/dist/index.js"),
            Map.entry("@marijn/find-cluster-break", "marijn__find-cluster-break/src/index.js"),
            Map.entry("crelt", "crelt/index.js"),
            Map.entry("style-mod", "style-mod/src/style-mod.js"),
            Map.entry("w3c-keyname", "w3c-keyname/index.js"));

    static final String WEBJARS = "META-INF/resources/webjars/";

    private static final Pattern NAMED =
            Pattern.compile("(?m)^((?:import|export)\\b[^'\"\\n]* from )['\"]([@\\w][^'\"\\n]*)['\"]");

    @Override
    public Resource transform(HttpServletRequest request, Resource resource, ResourceTransformerChain chain)
            throws IOException {
        Resource file = chain.transform(request, resource);
        String text = StreamUtils.copyToString(file.getInputStream(), StandardCharsets.UTF_8);
        String addressed = addressed(text, root(file.getURL().toString()));
        return new TransformedResource(file, addressed.getBytes(StandardCharsets.UTF_8));
    }

    private static String addressed(String text, String root) {
        return NAMED.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) + "'" + root + PLACES.getOrDefault(found.group(2), found.group(2)) + "'"));
    }

    /** From a module's folder to the address of the editor: {@code ../../} from {@code crelt/1.0.7/dist/index.js}. */
    private static String root(String location) {
        int from = location.indexOf(WEBJARS);
        if (from < 0) {
            return "./";
        }
        long folders = location.substring(from + WEBJARS.length())
                .chars()
                .filter(one -> one == '/')
                .count();
        return "../".repeat((int) folders - 1);
    }
}
