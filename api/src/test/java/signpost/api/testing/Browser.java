package signpost.api.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real browser: an installed Chromium or Chrome, else Playwright's own, else one from the system's package manager
 * where this account may install it. Never skipped: without a browser the test fails and says what to install.
 */
public final class Browser implements AfterAllCallback {

    /** The first has no windows to draw and costs a third of the processor time. */
    private static final List<String> NAMES =
            List.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private static final List<String> ELSEWHERE = List.of(
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]* (?:content|value)=\"([^\"]+)\"");

    private final com.microsoft.playwright.Browser browser;

    private Browser(com.microsoft.playwright.Browser browser) {
        this.browser = browser;
    }

    /** The one browser of this JVM: to start it costs more than most tests that need it. */
    private static final class Holder {
        static final Browser ONE = installed().map(Browser::with).orElseGet(Browser::fetched);
    }

    public static Browser open() {
        return Holder.ONE;
    }

    /** A page of a fresh visitor: no cookies, 1280 by 900. */
    public Page page() {
        return browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(1280, 900))
                .newPage();
    }

    /** A page of somebody who has signed in on the form, as it stands after that. */
    public Page signedIn(int port, TestSchools.Person person) {
        var page = page();
        signIn(page, port, person);
        return page;
    }

    /**
     * Signs somebody in, by what the form sends but without drawing it; returns with the page they begin at. The form itself
     * has tests of its own.
     */
    public static void signIn(Page page, int port, TestSchools.Person person) {
        String address = "http://localhost:" + port;
        var form = CSRF.matcher(page.request().get(address + "/sign-in").text());
        assertThat(form.find()).as("the form to sign in").isTrue();
        page.request()
                .post(
                        address + "/sign-in",
                        RequestOptions.create()
                                .setMaxRedirects(0)
                                .setForm(FormData.create()
                                        .set("username", person.username())
                                        .set("password", TestSchools.PASSWORD)
                                        .set("_csrf", form.group(1))));
        page.navigate(address + "/");
        assertThat(page.url()).as("signed in").doesNotContain("/sign-in");
    }

    /** The same with scripts switched off. */
    public Page pageWithoutScripts() {
        return browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions().setJavaScriptEnabled(false))
                .newPage();
    }

    /** Fills in the three fields of a day. */
    public static void fillDay(Page page, String name, LocalDate day) {
        page.fill("#" + name + "-day", "" + day.getDayOfMonth());
        page.fill("#" + name + "-month", "" + day.getMonthValue());
        page.fill("#" + name + "-year", "" + day.getYear());
    }

    /** A phone without scripts, on which somebody has signed in. */
    public Page phone(int port, TestSchools.Person person) {
        var page = pageWithoutScripts();
        page.setViewportSize(375, 812);
        signIn(page, port, person);
        return page;
    }

    /** Fails with each rule of WCAG 2.2 AA the page breaks, and where. */
    public static void assertAccessible(Page page) {
        assertAccessible(page, "html");
    }

    /** The same for the part of a page that a selector names, where all of it would take long. */
    public static void assertAccessible(Page page, String part) {
        var found = axe(page).include(part).analyze().getViolations();
        assertThat(found.stream()
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .toList()))
                .as("what axe found on " + page.url())
                .isEmpty();
    }

    /**
     * Asks axe for what breaks a rule and not for what keeps to it, and in the page itself: its other mode opens a second
     * page for each check, so as to look into frames of other sites, which no page of ours has.
     */
    private static AxeBuilder axe(Page page) {
        var violations = new AxeRunOptions();
        violations.setResultTypes(List.of("violations"));
        return new AxeBuilder(page)
                .setLegacyMode(true)
                .options(violations)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"));
    }

    /** Forgets every visitor; the browser itself stays for the next test. */
    @Override
    public void afterAll(ExtensionContext context) {
        List.copyOf(browser.contexts()).forEach(BrowserContext::close);
    }

    private static Optional<Path> installed() {
        var onPath = Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name)));
        return Stream.concat(onPath, ELSEWHERE.stream().map(Path::of))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Browser with(Path executable) {
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Browser(playwright.chromium().launch(options().setExecutablePath(executable)));
    }

    /** Playwright downloads its own when it is created; some systems lack the libraries that one needs. */
    private static Browser fetched() {
        try {
            var playwright = Playwright.create();
            return new Browser(playwright.chromium().launch(options()));
        } catch (PlaywrightException unavailable) {
            if (install("apt-get", "install", "-y", "chromium-headless-shell")
                    || install("apt-get", "install", "-y", "chromium")
                    || install("dnf", "install", "-y", "chromium")) {
                return installed().map(Browser::with).orElseThrow(Browser::none);
            }
            throw none();
        }
    }

    private static AssertionError none() {
        return new AssertionError("No browser for the browser tests: install Chromium or Google Chrome.");
    }

    private static boolean install(String... command) {
        try {
            return isRoot() && new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static BrowserType.LaunchOptions options() {
        var flags = new ArrayList<>(List.of(
                "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"));
        if (isRoot()) {
            flags.add("--no-sandbox");
        }
        return new BrowserType.LaunchOptions().setArgs(flags);
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
