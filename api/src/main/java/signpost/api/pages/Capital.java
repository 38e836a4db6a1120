package signpost.api.pages;

/** Words that begin a line. */
public final class Capital {

    private Capital() {}

    /** The same words, the first letter a capital one. */
    public static String first(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
