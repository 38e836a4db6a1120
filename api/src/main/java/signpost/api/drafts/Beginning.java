package signpost.api.drafts;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
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

    Beginning(Drafting drafting) {
        this.drafting = drafting;
    }

    /**
     * A new draft of an owner's last version.
     *
     * @param texts the files that differ from it, by path
     */
    @Transactional
    public UUID draft(Owner owner, String name, Map<String, String> texts, StaffMember person) {
        Person by = new Person(person.displayName(), Optional.of(person.accountId()));
        UUID id = drafting.start(owner, name, by, false).id();
        texts.forEach((path, text) -> drafting.put(id, path, text.getBytes(StandardCharsets.UTF_8), by));
        return id;
    }

    /** The address of a line of a text file of a draft. */
    public static String address(UUID draft, String path, int line) {
        return "/rule-book/drafts/" + draft + "/file?path=" + UriUtils.encodeQueryParam(path, StandardCharsets.UTF_8)
                + "&line=" + line;
    }
}
