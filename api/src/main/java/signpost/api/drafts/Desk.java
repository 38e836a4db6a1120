package signpost.api.drafts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import signpost.api.rulebooks.Owner;
import signpost.api.rulebooks.Owners;
import signpost.api.schools.Permission;
import signpost.api.schools.StaffMember;

/** Who may do what with whose drafts: a school's by role, a trust's only whoever is named for it besides. */
@Component
public class Desk {

    private final Owners owners;
    private final Drafts drafts;

    Desk(Owners owners, Drafts drafts) {
        this.owners = owners;
        this.drafts = drafts;
    }

    /** A draft and what the person who opened it may do. */
    public record Opened(Draft draft, Owner owner, boolean mayEdit, boolean mayApprove) {}

    /** Whose books a person may write or approve, the school's first. */
    public List<Owner> owners(StaffMember person) {
        if (!person.may(Permission.EDIT_RULE_BOOK) && !person.may(Permission.APPROVE_RULE_BOOK)) {
            return List.of();
        }
        Owners.Both both = owners.of(person.schoolId());
        List<Owner> theirs = new ArrayList<>(List.of(both.school()));
        both.trust()
                .filter(trust -> owners.editsTrust(person.accountId(), trust.id()))
                .ifPresent(theirs::add);
        return theirs;
    }

    /** Whether the person's school belongs to a trust. */
    boolean inTrust(StaffMember person) {
        return owners.of(person.schoolId()).trust().isPresent();
    }

    /** The owner with this id, if the person may write or approve its book. */
    public Optional<Owner> owner(StaffMember person, UUID id) {
        return owners(person).stream().filter(owner -> owner.id().equals(id)).findFirst();
    }

    /**
     * A draft for a person.
     *
     * @throws ResponseStatusException 404 when there is none, or it is none of theirs
     */
    public Opened open(StaffMember person, UUID id) {
        Draft draft = drafts.find(id).orElseThrow(Desk::none);
        Owner owner = owner(person, draft.owner()).orElseThrow(Desk::none);
        return new Opened(
                draft, owner, person.may(Permission.EDIT_RULE_BOOK), person.may(Permission.APPROVE_RULE_BOOK));
    }

    private static ResponseStatusException none() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
