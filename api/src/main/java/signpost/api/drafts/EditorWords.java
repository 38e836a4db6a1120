package signpost.api.drafts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.UUID;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;
import signpost.api.rulebooks.Owner;
import signpost.engine.evaluation.Recommender;
import signpost.engine.rulebook.RuleBook;
import signpost.engine.writing.Context;
import signpost.engine.writing.Highlighting;
import signpost.engine.writing.Suggestion;
import signpost.engine.writing.Suggestions;
import tools.jackson.databind.json.JsonMapper;

/** What the editor colours and completes, as it fetches it: by book, since most drafts speak of the same things. */
@Component
class EditorWords {

    private static final int KEPT = 8;

    private final DraftBooks books;
    private final JsonMapper json;
    private final Cache<String, byte[]> kept =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    EditorWords(DraftBooks books, JsonMapper json) {
        this.books = books;
        this.json = json;
    }

    /** @param digest of the book it is of */
    record Of(String digest, ByteArrayResource json) {}

    /** @param suggestions in short: a thousand names of fields would double what is sent */
    private record Sent(Highlighting highlighting, List<List<Object>> suggestions) {}

    /** Those of a draft; of the book it began from while the draft itself cannot be read. */
    Of of(UUID school, Owner owner, Draft draft) {
        RuleBook book = books.of(school, owner, draft)
                .recommender()
                .or(() -> books.base(school, owner, draft).recommender())
                .map(Recommender::book)
                .orElse(null);
        if (book == null) {
            return new Of("none", new ByteArrayResource("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        }
        return new Of(book.digest(), new ByteArrayResource(kept.get(book.digest(), digest -> written(book))));
    }

    private byte[] written(RuleBook book) {
        return json.writeValueAsBytes(new Sent(
                Highlighting.of(book),
                Suggestions.of(book).stream().map(EditorWords::brief).toList()));
    }

    private static List<Object> brief(Suggestion one) {
        return List.of(
                one.kind().name(),
                one.contexts().stream().map(Context::name).toList(),
                one.within(),
                one.label().equals(one.example()) ? "" : one.label(),
                one.insert(),
                one.detail(),
                one.specialCategory() ? 1 : 0);
    }
}
