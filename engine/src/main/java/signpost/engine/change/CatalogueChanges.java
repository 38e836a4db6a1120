package signpost.engine.change;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import signpost.engine.catalogue.Catalogue;
import signpost.engine.catalogue.Intervention;
import signpost.engine.catalogue.OverrideReason;
import signpost.engine.vocabulary.Dates;

/** What is otherwise in a catalogue. */
final class CatalogueChanges {

    private CatalogueChanges() {}

    static List<BookChange> interventions(Catalogue before, Catalogue after) {
        return told(
                BookChange.What.INTERVENTION,
                Pairs.by(Intervention::code, List.copyOf(before.interventions()), List.copyOf(after.interventions())),
                one -> one.code() + " " + one.title(),
                Intervention::description,
                CatalogueChanges::ofIntervention);
    }

    static List<BookChange> reasons(Catalogue before, Catalogue after) {
        return told(
                BookChange.What.OVERRIDE_REASON,
                Pairs.by(OverrideReason::code, List.copyOf(before.reasons()), List.copyOf(after.reasons())),
                one -> one.code() + " " + one.label(),
                OverrideReason::note,
                CatalogueChanges::ofReason);
    }

    private static <T> List<BookChange> told(
            BookChange.What what,
            Pairs<T> pairs,
            Function<T, String> name,
            Function<T, String> about,
            Function<Pairs.Pair<T>, List<String>> details) {
        List<BookChange> told = new ArrayList<>();
        for (Pairs.Pair<T> pair : pairs.both()) {
            List<String> sentences = details.apply(pair);
            if (!sentences.isEmpty()) {
                told.add(new BookChange(BookChange.Kind.CHANGED, what, name.apply(pair.after()), sentences));
            }
        }
        pairs.come()
                .forEach(one ->
                        told.add(new BookChange(BookChange.Kind.ADDED, what, name.apply(one), some(about.apply(one)))));
        pairs.gone()
                .forEach(one -> told.add(new BookChange(BookChange.Kind.REMOVED, what, name.apply(one), List.of())));
        return told;
    }

    private static List<String> some(String sentence) {
        return sentence.isEmpty() ? List.of() : List.of(sentence);
    }

    private static List<String> ofIntervention(Pairs.Pair<Intervention> pair) {
        Intervention was = pair.before();
        Intervention is = pair.after();
        return new Details()
                .otherwise("title", was.title(), is.title())
                .otherwise("description", was.description(), is.description())
                .otherwise("delivered by", was.deliveredBy(), is.deliveredBy())
                .otherwise("hours", plain(was), plain(is))
                .otherwise("unit", was.unit(), is.unit())
                .otherwise("places", Integer.toString(was.places()), Integer.toString(is.places()))
                .otherwise("meetings", Integer.toString(was.meetings()), Integer.toString(is.meetings()))
                .otherwise("years", String.join(", ", was.years()), String.join(", ", is.years()))
                .otherwise("terms", String.join(", ", was.terms()), String.join(", ", is.terms()))
                .otherwise("repeats", yes(was.repeats()), yes(is.repeats()))
                .otherwise("evidence", was.evidence(), is.evidence())
                .otherwise("source", was.source(), is.source())
                .otherwise("interview", String.join(", ", was.interviews()), String.join(", ", is.interviews()))
                .otherwise("retired from", retired(was), retired(is))
                .sentences();
    }

    private static List<String> ofReason(Pairs.Pair<OverrideReason> pair) {
        OverrideReason was = pair.before();
        OverrideReason is = pair.after();
        return new Details()
                .otherwise("label", was.label(), is.label())
                .otherwise("silences the suggestion", lasting(was), lasting(is))
                .otherwise("note", was.note(), is.note())
                .sentences();
    }

    private static String lasting(OverrideReason reason) {
        return reason.thisYear() ? "for this year" : reason.lasting() ? "for good" : "for this term";
    }

    private static String plain(Intervention one) {
        return one.hours().signum() == 0
                ? "0"
                : one.hours().stripTrailingZeros().toPlainString();
    }

    private static String retired(Intervention one) {
        return one.retired().map(Dates::words).orElse("");
    }

    private static String yes(boolean so) {
        return so ? "yes" : "no";
    }
}
