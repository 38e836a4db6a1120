package signpost.api.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static signpost.api.testing.Browser.assertAccessible;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The check of every page for accessibility can itself fail. */
class BrowserTest {

    private static Browser browser;

    @BeforeAll
    static void openBrowser() {
        browser = Browser.open();
    }

    @AfterAll
    static void closeBrowser() {
        browser.close();
    }

    @Test
    void aPageThatKeepsToTheRulesPasses() {
        assertThatCode(() -> assertAccessible(page("<p>Good to read</p>"))).doesNotThrowAnyException();
    }

    @Test
    void whatAPersonCannotReadReachOrNameIsFound() {
        var page = page("<p style='color: #ccc'>Faint</p><img src='data:,'><input><h3>Too deep</h3>");
        assertThatThrownBy(() -> assertAccessible(page))
                .hasMessageContaining("color-contrast")
                .hasMessageContaining("image-alt")
                .hasMessageContaining("label")
                .hasMessageContaining("heading-order");
    }

    @Test
    void aPartIsLookedAtByItself() {
        var page = page("<p id='faint' style='color: #ccc'>Faint</p><p id='clear'>Clear</p>");
        assertThatCode(() -> assertAccessible(page, "#clear")).doesNotThrowAnyException();
        assertThatThrownBy(() -> assertAccessible(page, "#faint")).hasMessageContaining("color-contrast");
    }

    private static Page page(String main) {
        var page = browser.page();
        page.setContent("<!doctype html><html lang='en'><head><title>A page</title></head>"
                + "<body><main><h1>A page</h1>" + main + "</main></body></html>");
        return page;
    }
}
