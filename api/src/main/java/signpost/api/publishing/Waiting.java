package signpost.api.publishing;

import java.util.List;
import org.springframework.stereotype.Component;
import signpost.api.drafts.Desk;
import signpost.api.drafts.Draft;
import signpost.api.drafts.DraftState;
import signpost.api.drafts.Drafts;
import signpost.api.rulebooks.RuleBookNotices;
import signpost.api.rulebooks.Version.Person;
import signpost.api.schools.Permission;
import signpost.api.schools.StaffMember;

/** The proposals that wait for a person's approval. */
@Component
class Waiting implements RuleBookNotices {

    private final Drafts drafts;
    private final Desk desk;
    private final Approving approving;

    Waiting(Drafts drafts, Desk desk, Approving approving) {
        this.drafts = drafts;
        this.desk = desk;
        this.approving = approving;
    }

    @Override
    public List<Notice> of(StaffMember person) {
        if (!person.may(Permission.APPROVE_RULE_BOOK)) {
            return List.of();
        }
        Person them = Person.of(person);
        return desk.owners(person).stream()
                .flatMap(owner -> drafts.in(owner.id(), DraftState.PROPOSED).stream())
                .filter(draft -> !approving.hadAHand(draft, them))
                .map(Waiting::notice)
                .toList();
    }

    private static Notice notice(Draft draft) {
        return new Notice(
                "“" + draft.name() + "” waits for a second person’s approval",
                "/rule-book/drafts/" + draft.id() + "/proposal");
    }
}
