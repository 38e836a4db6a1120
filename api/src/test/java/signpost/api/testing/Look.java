package signpost.api.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.testing.Browser.assertAccessible;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** What a person sees of a page, once it is whole. */
public final class Look {

    private static final Path FOLDER = Path.of("target/screenshots");
    private static final int LAPTOP = 1280;
    private static final int PHONE = 375;

    /** What sticks to the edge of a window would lie in the middle of a picture of the whole page. */
    private static final String WHOLE = ".signpost-save { position: static !important }";

    private Look() {}

    /** All that a page says, each white space one space. */
    public static String words(Page page) {
        return words(page, "main");
    }

    /** The same of the part that a selector names, of which there is one. */
    public static String words(Page page, String part) {
        page.waitForLoadState();
        return page.locator(part).textContent().replaceAll("\\s+", " ").strip();
    }

    /**
     * That nothing is wider than the window, and a picture; on a laptop what axe finds too, which is a script itself and
     * finds the same at any width.
     */
    public static void at(Page page, String name) {
        at(page, name, "html");
    }

    /** The same, where axe has seen all but a part of the page before. */
    public static void at(Page page, String name, String part) {
        page.waitForLoadState();
        if (page.viewportSize().width >= LAPTOP) {
            assertAccessible(page, part);
        }
        picture(page, name);
    }

    /** The same at the width of a laptop and of a phone. */
    public static void atBoth(Page page, String name) {
        at(page, name);
        page.setViewportSize(PHONE, 844);
        picture(page, name);
        page.setViewportSize(LAPTOP, 900);
    }

    private static void picture(Page page, String name) {
        assertThat((int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as(name + " fits " + page.viewportSize().width)
                .isNotPositive();
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setStyle(WHOLE)
                .setPath(FOLDER.resolve(name + "-" + page.viewportSize().width + ".png")));
    }
}
