package signpost.api.caseload;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import signpost.api.interviews.OwnWords;
import signpost.api.pages.Capital;
import signpost.api.recommendations.Sight;
import signpost.engine.profile.Fact;
import signpost.engine.profile.Profile;
import signpost.engine.vocabulary.Attribute;
import signpost.engine.vocabulary.Vocabulary;

/** Lays out what is known of a student, topic by topic, and counts it. */
final class FactLines {

    private FactLines() {}

    static StudentFile.Facts of(Profile profile, OwnWords named, Vocabulary vocabulary, Sight sight) {
        List<StudentFile.Topic> topics = new ArrayList<>();
        for (Map.Entry<String, List<Attribute>> topic : vocabulary.byTopic().entrySet()) {
            topics.add(new StudentFile.Topic(
                    title(topic.getKey()),
                    topic.getValue().stream()
                            .map(attribute -> line(attribute, profile.fact(attribute.key()), named, sight))
                            .toList()));
        }
        List<StudentFile.Line> lines =
                topics.stream().flatMap(topic -> topic.lines().stream()).toList();
        int hidden = (int) lines.stream().filter(StudentFile.Line::restricted).count();
        int known = (int) lines.stream().filter(StudentFile.Line::known).count();
        return new StudentFile.Facts(topics, known, lines.size() - hidden, hidden);
    }

    private static StudentFile.Line line(Attribute attribute, Fact fact, OwnWords named, Sight sight) {
        if (!sight.sees(attribute)) {
            return new StudentFile.Line(
                    attribute.title(), "", false, true, true, "", Optional.empty(), attribute.whyHeld());
        }
        Optional<Fact.Known> known = fact instanceof Fact.Known found ? Optional.of(found) : Optional.empty();
        return new StudentFile.Line(
                attribute.title(),
                capital(named.of(attribute, fact)),
                known.isPresent(),
                false,
                attribute.specialCategory(),
                known.map(found -> capital(found.source().words())).orElse(""),
                known.map(Fact.Known::confirmedOn),
                attribute.whyHeld());
    }

    private static String title(String topic) {
        return capital(topic.replace('-', ' ').replace('_', ' '));
    }

    private static String capital(String words) {
        return Capital.first(words);
    }
}
