package signpost.engine.rulebook;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import signpost.engine.vocabulary.Attribute;
import signpost.engine.vocabulary.ValueWords;

/** The reason of a rule, with the student's own values filled in. */
public record Because(List<Part> parts) {

    public Because {
        parts = List.copyOf(parts);
    }

    public String say(Subject subject) {
        StringBuilder said = new StringBuilder();
        for (Part part : parts) {
            said.append(part.say(subject));
        }
        return said.toString();
    }

    /** As written in the rule, with {@code {attendance}} where a value goes. */
    public String words() {
        return parts.stream().map(Part::words).collect(Collectors.joining());
    }

    /** The attributes whose values it says. */
    public Stream<Attribute> attributes() {
        return parts.stream().filter(ValueOf.class::isInstance).map(part -> ((ValueOf) part).attribute());
    }

    /** The scores whose points it says. */
    public Stream<String> scores() {
        return parts.stream().filter(ScoreOf.class::isInstance).map(part -> ((ScoreOf) part).score());
    }

    public sealed interface Part {
        String say(Subject subject);

        String words();
    }

    record Plain(String text) implements Part {
        @Override
        public String say(Subject subject) {
            return text;
        }

        @Override
        public String words() {
            return text;
        }
    }

    record ValueOf(Attribute attribute) implements Part {
        @Override
        public String say(Subject subject) {
            return ValueWords.of(attribute, subject.student().fact(attribute.key()));
        }

        @Override
        public String words() {
            return "{" + attribute.called() + "}";
        }
    }

    record ScoreOf(String score) implements Part {
        @Override
        public String say(Subject subject) {
            return subject.score(score).words();
        }

        @Override
        public String words() {
            return "{" + score + " score}";
        }
    }
}
