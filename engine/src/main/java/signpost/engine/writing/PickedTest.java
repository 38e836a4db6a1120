package signpost.engine.writing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import signpost.engine.profile.DayPoint;
import signpost.engine.rulebook.Comparison;
import signpost.engine.rulebook.Test;
import signpost.engine.vocabulary.Attribute;

/** Tells which pick a test of an attribute is. */
final class PickedTest {

    private static final DayPoint TODAY = new DayPoint.Today();

    /** A verb and its values. */
    private record Said(Verb verb, List<String> values) {
        static Optional<Said> of(Verb verb, String... values) {
            return Optional.of(new Said(verb, List.of(values)));
        }
    }

    private PickedTest() {}

    static Optional<Pick> of(Attribute attribute, Test test) {
        return said(attribute, test)
                .map(said -> new Pick(Sort.ATTRIBUTE, attribute.key(), said.verb(), said.values(), false));
    }

    private static Optional<Said> said(Attribute attribute, Test test) {
        if (test instanceof Test.Compares compares) {
            return compared(compares.comparison(), number(compares.with()));
        }
        if (test instanceof Test.Stands stands) {
            return compared(stands.comparison(), stands.at());
        }
        if (test instanceof Test.OneOfNumbers numbers) {
            return Optional.of(new Said(
                    Verb.IS, numbers.numbers().stream().map(PickedTest::number).toList()));
        }
        if (test instanceof Test.IsOneOf is) {
            return Optional.of(new Said(Verb.IS, inOrder(attribute, is.codes())));
        }
        if (test instanceof Test.Includes includes) {
            return Optional.of(new Said(Verb.INCLUDES, inOrder(attribute, includes.codes())));
        }
        return test instanceof Test.Within within ? within(within) : others(test);
    }

    private static Optional<Said> others(Test test) {
        if (test instanceof Test.Falls falls) {
            return falls(falls);
        }
        if (test instanceof Test.Says says) {
            return Said.of(says.yes() ? Verb.YES : Verb.NO);
        }
        if (test instanceof Test.NotConfirmedSince since) {
            return since.termsBack() == 0
                    ? Said.of(Verb.NOT_CONFIRMED_THIS_TERM)
                    : Said.of(Verb.NOT_CONFIRMED_FOR, Integer.toString(since.termsBack() + 1));
        }
        if (test instanceof Test.HasNone) {
            return Said.of(Verb.NONE);
        }
        return test instanceof Test.IsKnown ? Said.of(Verb.KNOWN) : Optional.empty();
    }

    private static Optional<Said> compared(Comparison comparison, String with) {
        return switch (comparison) {
            case BELOW -> Said.of(Verb.BELOW, with);
            case AT_MOST -> Said.of(Verb.AT_MOST, with);
            case EQUAL -> Said.of(Verb.IS, with);
            case AT_LEAST -> Said.of(Verb.AT_LEAST, with);
            case ABOVE -> Said.of(Verb.ABOVE, with);
        };
    }

    private static Optional<Said> within(Test.Within within) {
        if (within.lower() instanceof Test.Compares lower && within.upper() instanceof Test.Compares upper) {
            return range(lower.comparison(), upper.comparison(), number(lower.with()), number(upper.with()));
        }
        if (within.lower() instanceof Test.Stands lower && within.upper() instanceof Test.Stands upper) {
            return range(lower.comparison(), upper.comparison(), lower.at(), upper.at());
        }
        return within.lower() instanceof Test.Falls lower && within.upper() instanceof Test.Falls upper
                ? days(lower, upper)
                : Optional.empty();
    }

    private static Optional<Said> range(Comparison lower, Comparison upper, String least, String most) {
        boolean from = lower == Comparison.AT_LEAST;
        boolean below = upper == Comparison.BELOW;
        Verb verb = from ? (below ? Verb.FROM_TO_BELOW : Verb.FROM_TO) : (below ? Verb.ABOVE_TO_BELOW : Verb.ABOVE_TO);
        return Said.of(verb, least, most);
    }

    private static Optional<Said> falls(Test.Falls falls) {
        int days = fromToday(falls.day());
        if (days < 0 && falls.comparison() == Comparison.BELOW) {
            return Said.of(Verb.MORE_AGO, Days.span(-days));
        }
        return days > 0 && falls.comparison() == Comparison.ABOVE
                ? Said.of(Verb.MORE_AWAY, Days.span(days))
                : Said.of(Picked.ofDay(falls.comparison()), Days.words(falls.day()));
    }

    private static Optional<Said> days(Test.Falls lower, Test.Falls upper) {
        int since = fromToday(lower.day());
        int until = fromToday(upper.day());
        boolean all = lower.comparison() == Comparison.AT_LEAST && upper.comparison() == Comparison.AT_MOST;
        if (since < 0 && upper.day().equals(TODAY) && upper.comparison() == Comparison.AT_MOST) {
            return Said.of(all ? Verb.WITHIN_LAST : Verb.LESS_AGO, Days.span(-since));
        }
        if (until > 0 && lower.day().equals(TODAY) && lower.comparison() == Comparison.AT_LEAST) {
            return Said.of(all ? Verb.WITHIN_NEXT : Verb.LESS_AWAY, Days.span(until));
        }
        String period = Days.of(lower.day());
        if (all && !period.isEmpty() && Days.starts(lower.day()) && !Days.starts(upper.day())) {
            boolean same = period.equals(Days.of(upper.day()));
            return same ? Said.of(Verb.IN, period) : fromTo(lower, upper);
        }
        return all ? fromTo(lower, upper) : Optional.empty();
    }

    private static Optional<Said> fromTo(Test.Falls lower, Test.Falls upper) {
        return Said.of(Verb.FROM_TO, Days.words(lower.day()), Days.words(upper.day()));
    }

    /** How many days after today; 0 for a day that does not depend on today alone. */
    private static int fromToday(DayPoint day) {
        return day instanceof DayPoint.Shifted shifted && shifted.point().equals(TODAY) ? shifted.days() : 0;
    }

    private static String number(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static List<String> inOrder(Attribute attribute, Set<String> codes) {
        return Picked.inOrder(codes, attribute.kind().labels().keySet());
    }
}
