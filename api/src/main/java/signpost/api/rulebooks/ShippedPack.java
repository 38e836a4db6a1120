package signpost.api.rulebooks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import signpost.engine.rulebook.BookFiles;

/** The rule pack inside the program. */
final class ShippedPack {

    private static final String ROOT = "signpost/pack/";

    private ShippedPack() {}

    static BookFiles files() {
        Map<String, byte[]> files = new TreeMap<>();
        try {
            for (Resource resource :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + ROOT + "**/*.*")) {
                String url = resource.getURL().toString();
                try (InputStream in = resource.getInputStream()) {
                    files.put(url.substring(url.lastIndexOf(ROOT) + ROOT.length()), in.readAllBytes());
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("the program's own rule pack cannot be read", broken);
        }
        return new BookFiles(files);
    }
}
