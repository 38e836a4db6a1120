package signpost.engine.rulebook;

import java.util.List;
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

    public sealed interface Part {
        String say(Subject subject);
    }

    record Plain(String text) implements Part {
        @Override
        public String say(Subject subject) {
            return text;
        }
    }

    record ValueOf(Attribute attribute) implements Part {
        @Override
        public String say(Subject subject) {
            return ValueWords.of(attribute, subject.student().fact(attribute.key()));
        }
    }

    record ScoreOf(String score) implements Part {
        @Override
        public String say(Subject subject) {
            return subject.score(score).words();
        }
    }
}
