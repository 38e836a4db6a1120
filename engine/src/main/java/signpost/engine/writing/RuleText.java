package signpost.engine.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import signpost.engine.rulebook.GroupHead;
import signpost.engine.rulebook.Shapes;
import signpost.engine.text.Block;
import signpost.engine.text.Field;
import signpost.engine.text.Problems;
import signpost.engine.text.Shape;

/**
 * The text of one rule, changed line by line. Lines are counted from 1 and are those of this text; every operation gives a new
 * text, in which all lines it does not concern are as they were. Comments right above a line move with it, and outlive it.
 */
public final class RuleText {

    private static final int STEP = 2;

    private final Lines lines;
    private final Block block;

    private RuleText(Lines lines, Block block) {
        this.lines = lines;
        this.block = block;
    }

    /** The first {@code Rule:} or {@code Tighten:} of a text; nothing where it has none. */
    public static Optional<RuleText> of(String text) {
        return Shape.reader(Shapes.ALL, new Problems()).read("", text).stream()
                .filter(block -> block.is(Shapes.RULE.header()) || block.is(Shapes.TIGHTEN.header()))
                .findFirst()
                .map(block -> new RuleText(Lines.of(text), block));
    }

    public String text() {
        return lines.text();
    }

    Block block() {
        return block;
    }

    List<Entry> entries(Section section) {
        return field(section)
                .map(field -> Entry.tree(field.place().line(), field.body()))
                .orElse(List.of());
    }

    /** With another name, or another value of a field; an empty value takes the field away. */
    public RuleText with(String field, String value) {
        return again(new FieldLines(lines, block).with(field, value));
    }

    /**
     * With a further line.
     *
     * @param parent the line of the group it goes into; 0 for the top
     * @param at its place there, from 0
     * @param words what it says, without a joining "and"
     */
    public Optional<RuleText> added(Section section, int parent, int at, String words) {
        return added(section, parent, at, List.of(words));
    }

    /** With a further group and the conditions in it. */
    public Optional<RuleText> addedGroup(int parent, int at, GroupHead head, List<String> conditions) {
        List<String> words = new ArrayList<>(List.of(head.words()));
        conditions.forEach(condition -> words.add(" ".repeat(STEP) + Sentences.clean(condition)));
        return conditions.isEmpty() ? Optional.empty() : added(Section.WHEN, parent, at, words);
    }

    /** A line with all inside it as {@link #added(Section, int, int, List)} takes them. */
    public Optional<List<String>> taken(int line) {
        return find(line).map(entry -> {
            String space = lines.space(line);
            List<String> taken = new ArrayList<>(List.of(Joined.bare(lines.at(line))));
            for (int at = line + 1; at <= entry.last(); at++) {
                String inside = lines.at(at);
                taken.add(inside.startsWith(space) ? inside.substring(space.length()) : inside);
            }
            return taken;
        });
    }

    /** With further lines: the first stands at that place, those inside it beneath, indented as they are here. */
    public Optional<RuleText> added(Section section, int parent, int at, List<String> words) {
        if (words.isEmpty() || Joined.bare(words.get(0)).isEmpty()) {
            return Optional.empty();
        }
        if (field(section).isEmpty()) {
            return again(new FieldLines(lines, block).withBare(section.field())).added(section, parent, at, words);
        }
        List<Entry> all = entries(section);
        Optional<Entry> group = Entry.find(all, parent);
        if (parent > 0 && group.isEmpty()) {
            return Optional.empty();
        }
        List<Entry> beside = group.map(Entry::parts).orElse(all);
        int head = group.map(Entry::line)
                .orElseGet(() -> field(section).orElseThrow().place().line());
        int place = Math.max(0, Math.min(at, beside.size()));
        int after = place == 0 ? head : beside.get(place - 1).last();
        String space = beside.isEmpty()
                ? lines.space(head) + " ".repeat(STEP)
                : lines.space(beside.get(0).line());
        boolean joined = section == Section.WHEN && parent == 0;
        List<String> written = new ArrayList<>();
        for (String line : words) {
            boolean first = written.isEmpty();
            String and = first && joined && place > 0 ? Joined.AND : "";
            written.add((space + and + (first ? Joined.bare(line) : line)).stripTrailing());
        }
        Lines changed = joined && place == 0 && !beside.isEmpty() ? Joined.joined(lines, beside.get(0)) : lines;
        return Optional.of(again(changed.inserted(after, written)));
    }

    /** With other words in place of a line; of a group, in place of its head alone. */
    public Optional<RuleText> replaced(int line, String words) {
        String bare = Joined.bare(words);
        return bare.isEmpty()
                ? Optional.empty()
                : find(line).map(entry -> {
                    boolean joined = top(entry) && (entry.at() > 0 || Joined.begins(entry));
                    return again(lines.replaced(line, lines.space(line) + (joined ? Joined.AND : "") + bare));
                });
    }

    /** Without a line, and without those inside it. */
    public Optional<RuleText> removed(int line) {
        return find(line).map(entry -> {
            List<Entry> beside = beside(entry);
            boolean next = top(entry) && entry.at() == 0 && beside.size() > 1;
            Lines changed = next ? Joined.bare(lines, beside.get(1)) : lines;
            return again(changed.without(entry.line(), entry.last()));
        });
    }

    /** With a line and all inside it one place further up among those beside it. */
    public Optional<RuleText> movedUp(int line) {
        return find(line).filter(entry -> entry.at() > 0).map(entry -> swapped(beside(entry), entry.at() - 1));
    }

    /** With a line and all inside it one place further down among those beside it. */
    public Optional<RuleText> movedDown(int line) {
        return find(line)
                .filter(entry -> entry.at() < beside(entry).size() - 1)
                .map(entry -> swapped(beside(entry), entry.at()));
    }

    private RuleText swapped(List<Entry> beside, int at) {
        Entry upper = beside.get(at);
        Entry lower = beside.get(at + 1);
        Lines changed = at == 0 && top(upper) ? Joined.joined(Joined.bare(lines, lower), upper) : lines;
        return again(changed.swapped(upper.from(), lower.from(), lower.last()));
    }

    private Optional<Field> field(Section section) {
        return block.field(section.field());
    }

    private Optional<Entry> find(int line) {
        return Entry.find(entries(Section.WHEN), line).or(() -> Entry.find(entries(Section.THEN), line));
    }

    private List<Entry> beside(Entry entry) {
        return find(entry.parent())
                .map(Entry::parts)
                .orElseGet(() -> entries(under(Section.WHEN, entry) ? Section.WHEN : Section.THEN));
    }

    /** Whether it is joined to those beside it by "and". */
    private boolean top(Entry entry) {
        return under(Section.WHEN, entry);
    }

    private boolean under(Section section, Entry entry) {
        return field(section)
                .filter(field -> field.place().line() == entry.parent())
                .isPresent();
    }

    /** The lines of this rule read anew. */
    private RuleText again(Lines changed) {
        return of(changed.text()).orElse(this);
    }
}
