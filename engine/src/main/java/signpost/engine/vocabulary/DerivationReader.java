package signpost.engine.vocabulary;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import signpost.engine.text.Line;
import signpost.engine.text.Nearest;
import signpost.engine.text.Problems;

/** Reads {@code Worked out: sessions_attended / sessions_possible * 100} and {@code Worked out: yes when language is not ENG}. */
final class DerivationReader {

    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:(\\d{1,9}(?:\\.\\d{1,6})?)|([a-z][a-z0-9_]{0,39})|([-+*/()]))");
    private static final Pattern YES = Pattern.compile(
            "yes when ([a-z][a-z0-9_]{0,39}) is (not )?([^;]+?)(?:; not known when ([a-z][a-z0-9_]{0,39}) is ([^;]+))?",
            Pattern.CASE_INSENSITIVE);
    private static final int MOST_TOKENS = 40;

    private final Map<String, Attribute> attributes;
    private final Problems problems;

    /** @param attributes all attributes of the book by key */
    DerivationReader(Map<String, Attribute> attributes, Problems problems) {
        this.attributes = attributes;
        this.problems = problems;
    }

    Optional<Derivation> read(Attribute attribute, Line line) {
        int before = problems.size();
        Optional<Derivation> read = attribute.kind() instanceof Kind.Amount amount
                ? new Formula(line).read().map(sum -> new Derivation.Formula(sum, amount, line.text()))
                : attribute.kind() instanceof Kind.YesNo ? yesWhen(line) : Optional.empty();
        if (read.isEmpty() && problems.size() == before) {
            problems.add(
                    line.place(),
                    "\"" + line.text() + "\" does not say how this is worked out.",
                    "A number is worked out with + - * / and brackets from the keys of other numbers, such as "
                            + "sessions_attended / sessions_possible * 100; a yes or no from one key, such as "
                            + "yes when first_language is not ENG or ENB.");
        }
        return problems.size() == before ? read : Optional.empty();
    }

    private Optional<Derivation> yesWhen(Line line) {
        Matcher yes = YES.matcher(line.text());
        if (!yes.matches() || (yes.group(4) != null && !yes.group(4).equalsIgnoreCase(yes.group(1)))) {
            return Optional.empty();
        }
        Optional<Attribute> of = attribute(line, yes.start(1), yes.group(1));
        if (of.isEmpty()) {
            return Optional.empty();
        }
        List<String> silent = yes.group(5) == null ? List.of() : values(of.get(), line, yes.start(5), yes.group(5));
        return Optional.of(new Derivation.YesWhen(
                of.get().key(),
                yes.group(2) == null,
                values(of.get(), line, yes.start(3), yes.group(3)),
                silent,
                line.text()));
    }

    private List<String> values(Attribute attribute, Line line, int at, String written) {
        List<String> values = new ArrayList<>();
        for (String word : written.split("(?i),|\\s+or\\s+", -1)) {
            Reading reading = ValueReader.read(attribute, word);
            if (reading instanceof Reading.Read read) {
                values.add(read.value().canonical());
            } else {
                problems.add(
                        line.placeAt(at),
                        "\"" + word.strip() + "\" "
                                + (reading instanceof Reading.Refused refused ? refused.message() : "is empty")
                                + ", so \"" + attribute.key() + "\" can never be that.");
            }
        }
        return values;
    }

    private Optional<Attribute> attribute(Line line, int at, String key) {
        Attribute found = attributes.get(key);
        if (found == null) {
            problems.add(
                    line.placeAt(at),
                    "There is no attribute with the key \"" + key + "\".",
                    Nearest.to(key, attributes.keySet())
                            .map(near -> "Did you mean " + near + "?")
                            .orElse("Use the key after \"Attribute:\" in the vocabulary."));
        }
        return Optional.ofNullable(found);
    }

    /** One sum, by recursive descent: products before sums, brackets before both. Its depth is bounded by its tokens. */
    private final class Formula {
        private record Token(String text, int at) {}

        private final Line line;
        private final List<Token> tokens = new ArrayList<>();
        private int next;
        private boolean broken;

        Formula(Line line) {
            this.line = line;
            Matcher token = TOKEN.matcher(line.text());
            int from = 0;
            while (from < line.text().length() && token.find(from) && token.start() == from && !broken) {
                tokens.add(new Token(
                        token.group().strip(),
                        token.end() - token.group().strip().length()));
                from = token.end();
                broken = tokens.size() > MOST_TOKENS;
            }
            broken |= from < line.text().length() || tokens.isEmpty();
        }

        Optional<Arithmetic> read() {
            if (broken) {
                return Optional.empty();
            }
            Arithmetic sum = sum();
            return broken || next < tokens.size() ? Optional.empty() : Optional.of(sum);
        }

        private Arithmetic sum() {
            Arithmetic left = product();
            while (!broken && (is("+") || is("-"))) {
                char sign = tokens.get(next++).text().charAt(0);
                left = new Arithmetic.Two(left, sign, product());
            }
            return left;
        }

        private Arithmetic product() {
            Arithmetic left = one();
            while (!broken && (is("*") || is("/"))) {
                char sign = tokens.get(next++).text().charAt(0);
                int at = next;
                Arithmetic right = one();
                if (sign == '/' && !broken) {
                    checkDivisor(right, at);
                }
                left = new Arithmetic.Two(left, sign, right);
            }
            return left;
        }

        /** An attribute may happen to be 0 of one student; what is 0 of everybody is a slip. */
        private void checkDivisor(Arithmetic divisor, int first) {
            boolean nothing = divisor.keys().isEmpty()
                    && divisor.result(Map.of())
                            .filter(number -> number.signum() == 0)
                            .isPresent();
            if (nothing) {
                int from = tokens.get(first).at();
                Token last = tokens.get(next - 1);
                String written =
                        line.text().substring(from, last.at() + last.text().length());
                problems.add(
                        line.placeAt(from),
                        (written.equals("0") ? "Nothing" : "\"" + written + "\" is 0, and nothing")
                                + " can be divided by 0.",
                        "Divide by an attribute, or by a number other than 0.");
            }
        }

        private Arithmetic one() {
            if (next >= tokens.size()) {
                return fail();
            }
            Token token = tokens.get(next++);
            char first = token.text().charAt(0);
            if (first == '(') {
                Arithmetic inside = sum();
                if (!is(")")) {
                    return fail();
                }
                next++;
                return inside;
            }
            if (Character.isDigit(first)) {
                return new Arithmetic.Constant(new BigDecimal(token.text()));
            }
            return Character.isLetter(first) ? number(token) : fail();
        }

        private Arithmetic number(Token token) {
            Optional<Attribute> of = attribute(line, token.at(), token.text());
            if (of.isPresent() && !(of.get().kind() instanceof Kind.Amount)) {
                problems.add(
                        line.placeAt(token.at()),
                        "\"" + token.text() + "\" is not a number, so nothing can be worked out with it.",
                        "Use attributes whose kind is a percentage or a number.");
            }
            return new Arithmetic.Of(token.text());
        }

        private Arithmetic fail() {
            broken = true;
            return new Arithmetic.Constant(BigDecimal.ZERO);
        }

        private boolean is(String sign) {
            return next < tokens.size() && tokens.get(next).text().equals(sign);
        }
    }
}
