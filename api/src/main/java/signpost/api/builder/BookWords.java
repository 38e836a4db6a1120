package signpost.api.builder;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import signpost.api.drafts.Desk;
import signpost.api.drafts.DraftBook;
import signpost.api.drafts.DraftBooks;
import signpost.api.schools.StaffMember;
import signpost.engine.evaluation.Recommender;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.rulebook.BookReader;
import signpost.engine.rulebook.BookReading;
import signpost.engine.rulebook.RuleBook;
import signpost.engine.text.Problems;
import signpost.engine.writing.Words;

/** What rules of a draft can speak of, also while something in the draft is wrong. */
@Component
class BookWords {

    private static final Pattern FLAG = Pattern.compile("(?im)^\\s*flag \"([^\"\\r\\n]{1,100})\" as ");
    private static final Pattern SCORE = Pattern.compile("(?im)^\\s*add \\d+ points? to ([^\\r\\n]{1,100})$");

    /** A book of the vocabulary and the catalogue alone needs a rule; any will do. */
    private static final String ANY_RULE = """
            Rule: Any
              When
                today is on or after 1 January
              Then
                flag "Any" as low
              Because
                any
            """;

    private final DraftBooks books;

    BookWords(DraftBooks books) {
        this.books = books;
    }

    /** The draft's words; while its vocabulary or its catalogue cannot be read, those of the book it began from. */
    Words of(StaffMember person, Desk.Opened opened) {
        DraftBook draft = books.of(person.schoolId(), opened.owner(), opened.draft());
        return read(draft)
                .map(Words::of)
                .or(() -> broken(draft, () -> base(person, opened)))
                .orElseGet(() -> base(person, opened));
    }

    private Words base(StaffMember person, Desk.Opened opened) {
        return read(books.base(person.schoolId(), opened.owner(), opened.draft()))
                .map(Words::of)
                .orElseThrow(() -> new IllegalStateException("a version that was published does not read"));
    }

    private static Optional<RuleBook> read(DraftBook draft) {
        return draft.recommender().map(Recommender::book).or(() -> read(draft.whole()));
    }

    private static Optional<RuleBook> read(BookFiles files) {
        return BookReader.read(files) instanceof BookReading.Whole whole ? Optional.of(whole.book()) : Optional.empty();
    }

    private static Optional<Words> broken(DraftBook draft, java.util.function.Supplier<Words> base) {
        return read(withoutRules(draft.whole()))
                .map(book -> new Words(
                        book.vocabulary(),
                        book.catalogue(),
                        named(draft.whole(), FLAG, base.get().flags()),
                        named(draft.whole(), SCORE, base.get().scores())));
    }

    private static BookFiles withoutRules(BookFiles whole) {
        Map<String, byte[]> kept = new TreeMap<>();
        Function<String, String> inside = path -> path.replaceFirst("^(trust|school)/", "");
        whole.paths().stream()
                .filter(path -> inside.apply(path).startsWith("vocabulary/")
                        || inside.apply(path).startsWith("catalogue/"))
                .forEach(path -> kept.put(path, whole.bytes(path)));
        kept.put((whole.layered() ? "trust/" : "") + "topics/any.txt", ANY_RULE.getBytes(StandardCharsets.UTF_8));
        return new BookFiles(kept);
    }

    /** Those of the book it began from too: tables name theirs otherwise. */
    private static java.util.List<String> named(BookFiles whole, Pattern pattern, Collection<String> base) {
        TreeSet<String> names = new TreeSet<>(base);
        whole.texts(new Problems())
                .values()
                .forEach(text -> pattern.matcher(text)
                        .results()
                        .forEach(found -> names.add(found.group(1).strip())));
        return java.util.List.copyOf(names);
    }
}
