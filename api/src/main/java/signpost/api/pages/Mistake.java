package signpost.api.pages;

/**
 * Something wrong with what was typed, as its form says it.
 *
 * @param field what it is about, as the form names it
 * @param target the id of the element that the list of mistakes leads to
 * @param text what to do, such as "Enter the day"
 */
public record Mistake(String field, String target, String text) {

    /** About a field of one element, whose id is its name. */
    public Mistake(String field, String text) {
        this(field, field, text);
    }

    /** About a day, typed in three fields. */
    public static Mistake inDay(String field, String text) {
        return new Mistake(field, field + "-day", text);
    }

    /** About radio buttons or check boxes, numbered from 1. */
    public static Mistake inChoice(String field, String text) {
        return new Mistake(field, field + "-1", text);
    }
}
