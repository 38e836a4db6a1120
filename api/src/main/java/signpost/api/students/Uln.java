package signpost.api.students;

import java.util.Optional;
import java.util.regex.Pattern;

/** Unique learner numbers: nine digits and a check digit. */
final class Uln {

    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{9}");
    private static final Pattern SCIENTIFIC = Pattern.compile("[0-9]([.,][0-9]*)?[eE][+]?[0-9]+");

    private Uln() {}

    /** What is wrong with {@code uln}, or nothing. */
    static Optional<String> fault(String uln) {
        if (SCIENTIFIC.matcher(uln).matches()) {
            return Optional.of("is no longer a ULN: Excel has turned it into a number such as 9.27E+09."
                    + " Format the column as text and export again");
        }
        if (!FORM.matcher(uln).matches()) {
            return Optional.of("is not a ULN: ten digits, the first not 0");
        }
        int remainder = remainder(uln);
        return remainder != 0 && uln.charAt(9) - '0' == 10 - remainder
                ? Optional.empty()
                : Optional.of("has a last digit that does not fit the rest: a digit of this ULN is mistyped");
    }

    private static int remainder(String uln) {
        int sum = 0;
        for (int at = 0; at < 9; at++) {
            sum += (10 - at) * (uln.charAt(at) - '0');
        }
        return sum % 11;
    }
}
