package signpost.api.drafts;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriUtils;
import signpost.api.rulebooks.Owner;
import signpost.api.rulebooks.Version.Person;
import signpost.api.schools.StaffMember;

/** Begins drafts from other pages, with a change already in them. */
@Component
public class Beginning {

    private final Drafting drafting;
    private final Drafts drafts;

    Beginning(Drafting drafting, Drafts drafts) {
        this.drafting = drafting;
        this.drafts = drafts;
    }

    /**
     * A new draft of an owner's last version.
     *
     * @param reason for which it will be proposed, where it is known already; else empty
     * @param texts the files that differ from it, by path
     */
    @Transactional
    public UUID draft(Owner owner, String name, String reason, Map<String, String> texts, StaffMember person) {
        Person by = Person.of(person);
        UUID id = drafting.start(owner, name, reason, by, false).id();
        texts.forEach((path, text) ->
                drafting.put(person.schoolId(), owner, id, path, text.getBytes(StandardCharsets.UTF_8), by));
        return id;
    }

    /** The drafts of an owner that a person began and that are open, the last changed first. */
    public List<Draft> open(Owner owner, StaffMember person) {
        return drafts.in(owner.id(), DraftState.DRAFT).stream()
                .filter(draft -> draft.author()
                        .account()
                        .filter(person.accountId()::equals)
                        .isPresent())
                .sorted(Comparator.comparing(Draft::changedAt).reversed())
                .toList();
    }

    /** The address of a rule of a draft, to be picked together: of a rule in a text file. */
    public static String picking(UUID draft, String path, String rule) {
        return "/rule-book/drafts/" + draft + "/rule?path=" + UriUtils.encodeQueryParam(path, StandardCharsets.UTF_8)
                + "&name=" + UriUtils.encodeQueryParam(rule, StandardCharsets.UTF_8);
    }

    /** The address of a table of a draft, row by row. */
    public static String table(UUID draft, String path) {
        return "/rule-book/drafts/" + draft + "/table?path=" + UriUtils.encodeQueryParam(path, StandardCharsets.UTF_8);
    }

    /** The address of a line of a text file of a draft. */
    public static String address(UUID draft, String path, int line) {
        return "/rule-book/drafts/" + draft + "/file?path=" + UriUtils.encodeQueryParam(path, StandardCharsets.UTF_8)
                + "&line=" + line;
    }
}
