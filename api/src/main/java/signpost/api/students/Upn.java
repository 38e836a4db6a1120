package signpost.api.students;

import java.util.Optional;
import java.util.regex.Pattern;

/** Unique pupil numbers: a check letter, a local authority, an establishment, a year and a serial number. */
final class Upn {

    /** No I, O or S: they read as digits. */
    private static final String LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";

    /** A temporary UPN ends in a letter. */
    private static final Pattern FORM = Pattern.compile("[A-HJ-NP-RT-Z][0-9]{11}[0-9A-HJ-NP-RT-Z]");

    private Upn() {}

    /** What is wrong with {@code upn}, or nothing. */
    static Optional<String> fault(String upn) {
        if (!FORM.matcher(upn).matches()) {
            return Optional.of("is not a UPN: a letter (never I, O or S), 11 digits, and a last digit or letter");
        }
        return upn.charAt(0) == checkLetter(upn)
                ? Optional.empty()
                : Optional.of("has a first letter that does not fit the rest: a character of this UPN is mistyped");
    }

    /** Weights 2 to 13 over the last twelve characters, modulo 23; a letter counts as its place in the list. */
    private static char checkLetter(String upn) {
        int sum = 0;
        for (int at = 1; at < upn.length(); at++) {
            char c = upn.charAt(at);
            sum += (at + 1) * (Character.isDigit(c) ? c - '0' : LETTERS.indexOf(c));
        }
        return LETTERS.charAt(sum % LETTERS.length());
    }
}
