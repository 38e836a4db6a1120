package signpost.engine.writing;

import java.util.List;
import java.util.Optional;
import signpost.engine.rulebook.GroupHead;
import signpost.engine.text.Field;
import signpost.engine.writing.RuleView.ConditionView;
import signpost.engine.writing.RuleView.DeedView;
import signpost.engine.writing.RuleView.FieldView;

/** Shows a rule's text as a form; {@link RuleText} changes it. */
public final class Builder {

    private final Picks picks;
    private final Deeds deeds;

    public Builder(Words words) {
        this.picks = new Picks(words);
        this.deeds = new Deeds(words);
    }

    public Picks picks() {
        return picks;
    }

    public Deeds deeds() {
        return deeds;
    }

    /** The rule as a form shows it, whatever is wrong with it. */
    public RuleView view(RuleText rule) {
        return new RuleView(
                rule.block().keyword(),
                rule.block().title().text(),
                rule.block().place().line(),
                FieldLines.names().stream().map(name -> field(rule, name)).toList(),
                rule.entries(Section.WHEN).stream()
                        .map(entry -> condition(entry, true))
                        .toList(),
                rule.entries(Section.THEN).stream().map(this::deed).toList());
    }

    private static FieldView field(RuleText rule, String name) {
        Optional<Field> field = rule.block().field(name);
        return new FieldView(
                name,
                field.map(found -> found.place().line()).orElse(0),
                field.map(FieldLines::value).orElse(""));
    }

    private ConditionView condition(Entry entry, boolean top) {
        String text = top ? entry.text().replaceFirst("(?i)^and\\s+", "") : entry.text();
        List<ConditionView> parts =
                entry.parts().stream().map(part -> condition(part, false)).toList();
        Optional<GroupHead> head = GroupHead.of(text);
        Understood understood = head.isPresent() ? new Understood(Optional.empty(), List.of()) : picks.understand(text);
        return new ConditionView(
                entry.line(),
                entry.last(),
                text,
                head.isPresent() || understood.condition().isPresent(),
                understood.trouble(),
                understood.condition().flatMap(picks::read),
                head.map(GroupHead::kind).orElse(""),
                head.map(GroupHead::number).orElse(0),
                parts);
    }

    private DeedView deed(Entry entry) {
        return new DeedView(entry.line(), entry.text(), deeds.read(entry.text()), deeds.trouble(entry.text()));
    }
}
