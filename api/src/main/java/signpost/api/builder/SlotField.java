package signpost.api.builder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;
import signpost.engine.writing.Choice;
import signpost.engine.writing.Slot;

/**
 * A value of a condition as a form has it.
 *
 * @param name of its first element
 * @param slot what may stand there
 * @param typed into its text box
 * @param chosen of its choices; of a length of time, its unit
 */
record SlotField(String name, Slot slot, String typed, List<String> chosen) {

    private static final int LONGEST = 500;

    SlotField {
        chosen = List.copyOf(chosen);
    }

    /** As the values of a pick fill the slots. */
    static List<SlotField> filled(List<Slot> slots, List<String> values) {
        List<SlotField> fields = new ArrayList<>();
        for (int at = 0; at < slots.size(); at++) {
            Slot slot = slots.get(at);
            List<String> own =
                    slot.many() ? values : values.stream().skip(at).limit(1).toList();
            fields.add(filled("v" + at, slot, own));
        }
        return fields;
    }

    private static SlotField filled(String name, Slot slot, List<String> values) {
        String one = values.isEmpty() ? "" : values.get(0);
        return switch (slot.kind()) {
            case CHOICE, OPTIONAL_CHOICE -> new SlotField(name, slot, "", values);
            case NUMBER, TEXT -> new SlotField(name, slot, String.join(", ", values), List.of());
            case DAY ->
                slot.choices().stream().map(Choice::value).anyMatch(one::equals)
                        ? new SlotField(name, slot, "", values)
                        : new SlotField(name, slot, one, List.of());
            case SPAN -> {
                String[] parts = one.split(" ", 2);
                String unit = parts.length > 1 && parts[1].startsWith("day") ? "days" : "weeks";
                yield new SlotField(name, slot, parts[0], List.of(unit));
            }
        };
    }

    /** As they were sent. */
    static List<SlotField> sent(List<Slot> slots, MultiValueMap<String, String> sent) {
        List<SlotField> fields = new ArrayList<>();
        for (int at = 0; at < slots.size(); at++) {
            String name = "v" + at;
            boolean text = switch (slots.get(at).kind()) {
                case CHOICE, OPTIONAL_CHOICE -> false;
                default -> true;
            };
            fields.add(new SlotField(
                    name,
                    slots.get(at),
                    text ? Typed.oneLine(sent.getFirst(name)) : "",
                    Typed.all(sent, text ? name + "-of" : name)));
        }
        return fields;
    }

    /** As a pick holds them. */
    List<String> values() {
        return switch (slot.kind()) {
            case CHOICE -> chosen.stream().filter(value -> !value.isEmpty()).toList();
            case OPTIONAL_CHOICE -> chosen.isEmpty() ? List.of("") : chosen.subList(0, 1);
            case NUMBER, TEXT ->
                slot.many()
                        ? Stream.of(typed.split("[,;]|\\s+or\\s+", -1))
                                .map(String::strip)
                                .filter(value -> !value.isEmpty())
                                .toList()
                        : typed.isEmpty() ? List.of() : List.of(typed);
            case DAY ->
                typed.isEmpty()
                        ? chosen.stream().filter(one -> !one.isEmpty()).limit(1).toList()
                        : List.of(typed);
            case SPAN -> typed.isEmpty() ? List.of() : List.of(span());
        };
    }

    private String span() {
        boolean days = chosen.contains("days");
        boolean one = typed.equals("1");
        return typed + (days ? one ? " day" : " days" : one ? " week" : " weeks");
    }

    /** What is wrong before the words are even tried. */
    Optional<String> wrong() {
        List<String> values = values();
        if (typed.length() > LONGEST) {
            return Optional.of("Enter " + LONGEST + " characters or fewer");
        }
        return switch (slot.kind()) {
            case CHOICE, OPTIONAL_CHOICE ->
                values.isEmpty() || !offered(values)
                        ? Optional.of(slot.many() ? "Choose at least one from the list" : "Choose one from the list")
                        : Optional.empty();
            case DAY ->
                values.isEmpty()
                        ? Optional.of("Enter a day, or choose one from the list")
                        : typed.isEmpty() && !offered(values)
                                ? Optional.of("Choose one from the list")
                                : !typed.isEmpty() && chosen.stream().anyMatch(one -> !one.isEmpty())
                                        ? Optional.of("Enter a day or choose one from the list, not both")
                                        : Optional.empty();
            case SPAN -> typed.matches("[0-9]{1,4}") ? Optional.empty() : Optional.of("Enter how many, such as 6");
            case NUMBER, TEXT ->
                values.isEmpty()
                        ? Optional.of(slot.kind() == Slot.Kind.NUMBER ? "Enter a number" : "Enter what it is")
                        : Optional.empty();
        };
    }

    private boolean offered(List<String> values) {
        return slot.choices().stream().map(Choice::value).toList().containsAll(values);
    }

    /** What stands beside its box. */
    public String hint() {
        String range = slot.most().isEmpty()
                ? slot.least().isEmpty() ? "" : "From " + slot.least()
                : "From " + slot.least() + " to " + slot.most();
        return switch (slot.kind()) {
            case NUMBER -> range + (slot.many() ? ". Several with commas between them: any of them will do" : "");
            case TEXT -> "For example, " + slot.example() + (slot.many() ? ". Several with commas between them" : "");
            case DAY -> "For example, " + slot.example();
            default -> "";
        };
    }

    /** Whether its choices are few enough to stand open. */
    public boolean open() {
        return slot.kind() == Slot.Kind.CHOICE && (slot.many() || slot.choices().size() <= 8);
    }

    /** The id of its first element. */
    String target() {
        return open() ? name + "-1" : name;
    }
}
