package signpost.api.pages;

/** Words typed into a large field. */
public final class FreeText {

    private FreeText() {}

    /** The same words as they can be kept: browsers end lines with CR LF; controls cannot be kept and mean nothing. */
    public static String clean(String typed) {
        return typed.replace("\r\n", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
                .strip();
    }
}
