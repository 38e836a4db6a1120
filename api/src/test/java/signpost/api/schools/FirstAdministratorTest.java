package signpost.api.schools;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.testing.Browser.assertAccessible;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import signpost.api.Signpost;
import signpost.api.testing.Browser;

@ExtendWith(OutputCaptureExtension.class)
class FirstAdministratorTest {

    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+/first-administrator\\?key=\\S+");

    @RegisterExtension
    static final Browser browser = Browser.open();

    private final Path directory = Path.of("target/databases", UUID.randomUUID().toString());

    @AfterEach
    void leaveNothing() throws IOException {
        FileSystemUtils.deleteRecursively(directory);
    }

    @Test
    void theLinkInTheLogMakesOneAdministratorOnceThoughStaffWereAddedBefore(CapturedOutput output) {
        var school = SchoolOnDisk.in(directory);
        try (var server = start()) {
            var link = LINK.matcher(output);
            assertThat(link.find()).isTrue();
            var page = browser.page();
            page.navigate(link.group());
            assertAccessible(page);

            page.fill("#name", "Ada Office");
            page.fill("#username", "Office");
            page.fill("#password", "too short");
            page.click("button:has-text('Make the account')");
            assertThat(page.locator(".govuk-error-summary").textContent()).contains("at least 12 characters");
            assertAccessible(page);

            page.fill("#username", school.username());
            page.fill("#password", "a long enough password");
            page.click("button:has-text('Make the account')");
            assertThat(page.locator(".govuk-error-summary").textContent()).contains("has this username already");

            page.fill("#username", "Office");
            page.fill("#password", "a long enough password");
            page.click("button:has-text('Make the account')");
            assertThat(page.url()).contains("/sign-in");
            page.fill("#username", "office");
            page.fill("#password", "a long enough password");
            page.click("button:has-text('Sign in')");
            assertThat(page.locator("header").textContent()).contains("Ada Office");
            assertThat(page.locator("h1").textContent()).isEqualTo("Administration");
            assertAccessible(page);

            page.navigate(link.group());
            assertThat(page.locator("h1").textContent()).isEqualTo("This link does not work any more");
            assertAccessible(page);
        }
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Signpost.class)
                .run(
                        "--signpost.database.dir=" + directory,
                        "--signpost.database.programs=target/programs",
                        "--server.port=0");
    }
}
