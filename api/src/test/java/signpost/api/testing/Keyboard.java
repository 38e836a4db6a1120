package signpost.api.testing;

import com.microsoft.playwright.Page;

/** Works a page as somebody without a mouse does. */
public final class Keyboard {

    /** More than the stops of any page of ours. */
    private static final int STOPS = 250;

    private Keyboard() {}

    /** Presses Tab until the keyboard is on something of this selector. */
    public static void tabTo(Page page, String selector) {
        tab(page, "selector => document.activeElement.matches(selector)", selector);
    }

    /** Reaches the link or button that begins with these words, presses Enter there and returns with the page it leads to. */
    public static void press(Page page, String words) {
        tab(
                page,
                "words => document.activeElement.matches('a, button')"
                        + " && document.activeElement.textContent.trim().startsWith(words)",
                words);
        enter(page);
    }

    /** Presses Enter where the keyboard is, and returns when another page stands there, whole. */
    public static void enter(Page page) {
        page.evaluate("document.documentElement.dataset.former = 'yes'");
        page.keyboard().press("Enter");
        page.waitForSelector("html:not([data-former])");
        page.waitForLoadState();
    }

    /** Types these one after another, with a Tab between. */
    public static void type(Page page, Object... fields) {
        for (int field = 0; field < fields.length; field++) {
            if (field > 0) {
                page.keyboard().press("Tab");
            }
            page.keyboard().type("" + fields[field]);
        }
    }

    private static void tab(Page page, String there, String what) {
        for (int stop = 0; stop < STOPS; stop++) {
            // Held down, as by somebody in a hurry: half the messages of a press each time.
            page.keyboard().down("Tab");
            if ((Boolean) page.evaluate(there, what)) {
                page.keyboard().up("Tab");
                return;
            }
        }
        throw new AssertionError("The keyboard never reached " + what + " on " + page.url());
    }
}
