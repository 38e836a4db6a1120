package signpost.engine.drl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import signpost.engine.rulebook.Consequence;
import signpost.engine.rulebook.Rule;
import signpost.engine.rulebook.RuleBook;

/**
 * A book as DRL that Drools compiles by itself: declared types and functions first, then each rule in its certain and in
 * its possible reading. It is for engineers to read and to try elsewhere; Signpost never reads it back.
 */
public final class Drl {

    private static final String PREAMBLE = "preamble.drl";

    private final RuleBook book;
    private final StringBuilder text = new StringBuilder();

    private Drl(RuleBook book) {
        this.book = book;
    }

    /** One file's text; its package is {@code signpost.export}. */
    public static String of(RuleBook book) {
        return new Drl(book).text();
    }

    private String text() {
        line("// A Signpost rule book as DRL, for reading. Change the book, not this file.");
        line("// Rules: " + book.rules().size() + ". Digest: " + Written.comment(book.digest()));
        line("package signpost.export;");
        line("");
        text.append(preamble());
        settling();
        int number = 0;
        for (int stratum = 0; stratum < book.strata().size(); stratum++) {
            for (Rule rule : book.strata().get(stratum)) {
                rule(rule, ++number, stratum);
            }
        }
        return text.toString();
    }

    private void settling() {
        int last = book.strata().size() - 1;
        block("Begin", "", "$student : Student()", List.of("insert( judged( $student ) );"));
        block(
                "A stratum is settled",
                " salience -1",
                "$j : Judged( settled == false, stratum < " + last + " )",
                List.of("insert( next( $j, false ) );"));
        block(
                "Every stratum is settled",
                " salience -1",
                "$j : Judged( settled == false, stratum == " + last + " )",
                List.of("insert( settle( $j ) );"));
    }

    private void rule(Rule rule, int number, int stratum) {
        line("");
        Header.of(rule).forEach(this::line);
        if (rule.off().isPresent()) {
            return;
        }
        line("function Answer rule" + number + "( Judged j ) {");
        line("    return allOf( " + Conditions.list(rule.conditions(), 1) + " );");
        line("}");
        String name = number + " " + Written.name(rule.name());
        block(
                name + ", certain",
                "",
                pattern(rule, stratum, "certainly( rule" + number + "( this ) )"),
                then(rule, "Certain", consequence -> Consequences.certain(rule, consequence)));
        block(
                name + ", possible",
                "",
                pattern(rule, stratum, "possibly( rule" + number + "( this ) )"),
                then(rule, "Possible", Consequences::possible));
    }

    private static String pattern(Rule rule, int stratum, String reading) {
        String inForce = rule.from().isEmpty() && rule.to().isEmpty()
                ? ""
                : "inForce( this, " + day(rule.from()) + ", " + day(rule.to()) + " ), ";
        return "$j : Judged( settled == false, stratum == " + stratum + ", " + inForce + reading + " )";
    }

    private static String day(Optional<LocalDate> day) {
        return Written.literal(day.map(LocalDate::toString).orElse(""));
    }

    private static List<String> then(Rule rule, String set, Function<Consequence, String> does) {
        return Stream.concat(
                        Stream.of("$j.get" + set + "().add( " + Written.literal(rule.name()) + " );"),
                        rule.consequences().stream().map(does))
                .toList();
    }

    private void block(String name, String attributes, String when, List<String> then) {
        line("");
        line("rule \"" + name + "\"" + attributes);
        line("when");
        line("    " + when);
        line("then");
        then.forEach(consequence -> line("    " + consequence));
        line("end");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private static String preamble() {
        try (InputStream in = Drl.class.getResourceAsStream(PREAMBLE)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + PREAMBLE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(PREAMBLE + " cannot be read", unreadable);
        }
    }
}
