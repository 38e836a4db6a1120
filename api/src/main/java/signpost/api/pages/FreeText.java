package signpost.api.pages;

/** Words typed into a large field. */
public final class FreeText {

    private FreeText() {}

    /**
     * The same words as they can be kept: browsers end lines with CR LF; controls cannot be kept and mean nothing; what has no
     * shape of its own may turn the words after it around. Joiners stay, which some scripts are written with.
     */
    public static String clean(String typed) {
        return typed.replace("\r\n", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\n\t]]|[\\p{Cf}&&[^\u200C\u200D]]", "")
                .strip();
    }
}
