package signpost.api.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static signpost.api.testing.Browser.assertAccessible;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What every page is looked at with can itself fail. */
class BrowserTest {

    @RegisterExtension
    static final Browser browser = Browser.open();

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

    @Test
    void aPageWiderThanItsWindowIsFound() {
        var page = page("<p style='width: 1400px'>Wide</p>");
        assertThatThrownBy(() -> Look.at(page, "too-wide")).hasMessageContaining("too-wide fits 1280");
    }

    private static Page page(String main) {
        var page = browser.page();
        page.setContent("<!doctype html><html lang='en'><head><title>A page</title></head>"
                + "<body><main><h1>A page</h1>" + main + "</main></body></html>");
        return page;
    }
}
