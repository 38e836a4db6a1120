package signpost.engine.drl;

import java.math.BigDecimal;
import java.util.List;
import signpost.engine.rulebook.Comparison;
import signpost.engine.rulebook.Test;

/** Writes a test of one attribute as a call of the preamble's functions. */
final class Tests {

    private Tests() {}

    /** @param of the first arguments of the call: who is asked, and the attribute's key */
    static String answer(Test test, String of) {
        if (test instanceof Test.Compares compares) {
            return "number( " + of + ", " + sign(compares.comparison()) + ", " + number(compares.with()) + " )";
        }
        if (test instanceof Test.Within within) {
            return "allOf( Arrays.asList( " + answer(within.lower(), of) + ", " + answer(within.upper(), of) + " ) )";
        }
        if (test instanceof Test.OneOfNumbers numbers) {
            List<String> plain =
                    numbers.numbers().stream().map(BigDecimal::toPlainString).toList();
            return "numberIn( " + of + ", " + Written.list(plain) + " )";
        }
        if (test instanceof Test.Stands stands) {
            return "step( " + of + ", " + sign(stands.comparison()) + ", " + Written.literal(stands.at()) + ", "
                    + Written.list(stands.steps()) + " )";
        }
        if (test instanceof Test.IsOneOf codes) {
            return "codeIn( " + of + ", " + Written.list(codes.codes()) + " )";
        }
        if (test instanceof Test.Includes includes) {
            return "listsAny( " + of + ", " + Written.list(includes.codes()) + " )";
        }
        if (test instanceof Test.HasNone) {
            return "hasNone( " + of + " )";
        }
        if (test instanceof Test.Says says) {
            return "says( " + of + ", " + says.yes() + " )";
        }
        return ofTime(test, of);
    }

    private static String ofTime(Test test, String of) {
        if (test instanceof Test.Falls falls) {
            return "day( " + of + ", " + sign(falls.comparison()) + ", " + Days.of(falls.day()) + " )";
        }
        if (test instanceof Test.IsKnown) {
            return "isKnown( " + of + " )";
        }
        if (test instanceof Test.NotConfirmedSince since) {
            return "notConfirmed( " + of + ", " + since.termsBack() + " )";
        }
        throw new IllegalArgumentException("no DRL for " + test.getClass());
    }

    static String number(BigDecimal number) {
        return Written.literal(number.toPlainString());
    }

    static String sign(Comparison comparison) {
        return switch (comparison) {
            case BELOW -> "\"below\"";
            case AT_MOST -> "\"at most\"";
            case EQUAL -> "\"equal to\"";
            case AT_LEAST -> "\"at least\"";
            case ABOVE -> "\"above\"";
        };
    }
}
