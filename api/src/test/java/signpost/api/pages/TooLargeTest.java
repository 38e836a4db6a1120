package signpost.api.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import signpost.api.testing.SignpostTest;

/** What is too large, or no form at all, is answered by a page; neither it nor the log shows what Signpost is made of. */
@SignpostTest
@ExtendWith(OutputCaptureExtension.class)
class TooLargeTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String FILES = "multipart/form-data; boundary=between";

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    private int already;

    /** So many megabytes that begin with this, without being held at once. */
    private static InputStream large(String begins, int megabytes) {
        byte[] one = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        return new SequenceInputStream(
                new ByteArrayInputStream(begins.getBytes(StandardCharsets.UTF_8)), new InputStream() {
                    private long left = (long) megabytes << 20;

                    @Override
                    public int read() {
                        return left-- > 0 ? 'x' : -1;
                    }

                    @Override
                    public int read(byte[] into, int from, int most) {
                        int length = (int) Math.min(Math.min(most, one.length), left);
                        System.arraycopy(one, 0, into, from, Math.max(0, length));
                        left -= length;
                        return length == 0 ? -1 : length;
                    }
                });
    }

    private HttpResponse<String> sent(String type, String begins, int megabytes, boolean sized)
            throws IOException, InterruptedException {
        long length = begins.length() + ((long) megabytes << 20);
        var stream = BodyPublishers.ofInputStream(() -> large(begins, megabytes));
        return http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/sign-in"))
                        .version(HttpClient.Version.HTTP_1_1)
                        .header("Content-Type", type)
                        .header("Accept", "text/html")
                        .POST(sized ? BodyPublishers.fromPublisher(stream, length) : stream)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @BeforeEach
    void whatIsLoggedAlready(CapturedOutput log) {
        already = log.getAll().length();
    }

    private void nothingInside(CapturedOutput log) {
        assertThat(log.getAll().substring(already)).doesNotContain("Exception", "\tat ", " ERROR ");
    }

    private static void saidInWords(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("This was too large").doesNotContain("Exception");
    }

    @Test
    void aFormThatIsTooLarge(CapturedOutput log) throws Exception {
        saidInWords(sent(FORM, "username=", 9, true));
        saidInWords(sent(FORM, "username=", 9, false));
        nothingInside(log);
    }

    @Test
    void aFileThatIsFarTooLarge(CapturedOutput log) throws Exception {
        String begins = "--between\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.zip\"\r\n\r\n";
        saidInWords(sent(FILES, begins, 70, true));
        // No browser sends a file without saying how long it is; who does is told the status alone.
        assertThat(sent(FILES, begins, 70, false).statusCode()).isEqualTo(413);
        nothingInside(log);
    }

    @Test
    void aFormThatIsNone(CapturedOutput log) throws Exception {
        var answer = sent(FORM, "username=%zz&password=", 0, true);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("This did not work").doesNotContain("Exception");
        nothingInside(log);
    }
}
