package signpost.api.publishing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.springframework.stereotype.Component;
import signpost.api.drafts.DraftBook;
import signpost.api.rulebooks.Owner;
import signpost.api.rulebooks.Owners;
import signpost.api.schools.SchoolScope;
import signpost.engine.catalogue.Intervention;
import signpost.engine.catalogue.OverrideReason;
import signpost.engine.evaluation.Recommender;
import signpost.engine.rulebook.RuleBook;
import signpost.engine.vocabulary.Attribute;

/**
 * What a book would take away although people's records name it: then nobody could read any more what was decided, given or
 * known. Outside any transaction, because a trust's book concerns several schools.
 */
@Component
class InUse {

    private static final int FEW = 10;

    private final Owners owners;
    private final References references;
    private final SchoolScope scope;

    InUse(Owners owners, References references, SchoolScope scope) {
        this.owners = owners;
        this.references = references;
        this.scope = scope;
    }

    /** A sentence for each thing that has to stay, with how often it is named; none while a book does not read. */
    List<String> takenAway(UUID school, Owner owner, DraftBook before, DraftBook after) {
        Optional<RuleBook> was = before.readable().map(Recommender::book);
        Optional<RuleBook> is = after.readable().map(Recommender::book);
        if (was.isEmpty() || is.isEmpty()) {
            return List.of();
        }
        List<UUID> schools = owner.trust()
                ? owners.schoolsOf(owner.id()).stream().map(Owner::id).toList()
                : List.of(school);
        List<String> found = new ArrayList<>();
        interventions(schools, was.get(), is.get(), found);
        reasons(schools, was.get(), is.get(), found);
        attributes(schools, was.get(), is.get(), found);
        return found;
    }

    private void interventions(List<UUID> schools, RuleBook was, RuleBook is, List<String> found) {
        for (Intervention one : was.catalogue().interventions()) {
            if (is.catalogue().intervention(one.code()).isEmpty()) {
                String advice = ": keep its row, and write the day from which it is no longer offered in a column"
                        + " \"retired\".";
                String name = "Intervention " + one.code() + " (" + one.title() + ") ";
                int open = in(schools, records -> records.recommendations(one.code()));
                int sessions = in(schools, records -> records.sessions(one.code()));
                if (open > 0) {
                    found.add(name + "is accepted or put off " + times(open) + advice);
                } else if (sessions > 0) {
                    found.add(name + "has " + number(sessions) + " sessions" + advice);
                }
            }
        }
    }

    private void reasons(List<UUID> schools, RuleBook was, RuleBook is, List<String> found) {
        for (OverrideReason one : was.catalogue().reasons()) {
            int given = is.catalogue().reason(one.code()).isPresent()
                    ? 0
                    : in(schools, records -> records.decisions(one.code()));
            if (given > 0) {
                found.add("Override reason " + one.code() + " (" + one.label() + ") was given " + times(given)
                        + ": keep its row.");
            }
        }
    }

    private void attributes(List<UUID> schools, RuleBook was, RuleBook is, List<String> found) {
        for (Attribute one : was.vocabulary().attributes()) {
            Optional<Attribute> now = is.vocabulary().byKey(one.key());
            if (now.isEmpty()) {
                int known = in(schools, records -> records.students(one.key()));
                if (known > 0) {
                    found.add(one.title() + " (" + one.key() + ") is known of " + students(known) + ": keep it.");
                }
            } else {
                one.kind().labels().keySet().stream()
                        .filter(code -> !now.get().kind().labels().containsKey(code))
                        .forEach(code -> code(schools, one, code, found));
            }
        }
    }

    private void code(List<UUID> schools, Attribute attribute, String code, List<String> found) {
        int held = in(schools, records -> records.students(attribute.key(), code));
        if (held > 0) {
            found.add(attribute.title() + " is \"" + code + "\" for " + students(held) + ": keep that value.");
        }
    }

    private int in(List<UUID> schools, ToIntFunction<References> count) {
        return schools.stream()
                .mapToInt(school -> scope.within(school, () -> count.applyAsInt(references)))
                .sum();
    }

    private static String number(int count) {
        return count < FEW ? "fewer than " + FEW : Integer.toString(count);
    }

    private static String times(int count) {
        return number(count) + " times";
    }

    private static String students(int count) {
        return number(count) + " students";
    }
}
