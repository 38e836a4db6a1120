package signpost.api.students.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.ErrorResponseException;
import signpost.api.pages.Problems;

/** Reads a file as it is sent, up to the largest that is taken. */
@Component
class Upload {

    private final DataSize largest;

    Upload(@Value("${signpost.imports.largest-file:16MB}") DataSize largest) {
        this.largest = largest;
    }

    /**
     * The whole file.
     *
     * @throws ErrorResponseException when it is larger; the rest has then been read and dropped, so that the answer
     *     arrives
     */
    byte[] read(InputStream body) throws IOException {
        byte[] file = body.readNBytes(Math.toIntExact(largest.toBytes()) + 1);
        if (file.length <= largest.toBytes()) {
            return file;
        }
        body.skip(largest.toBytes());
        var problem = Problems.problem(
                HttpStatus.CONTENT_TOO_LARGE,
                "too-large",
                "The file is too large",
                String.format(Locale.UK, "A file has at most %d MB. Send it in several parts.", largest.toMegabytes()));
        throw new ErrorResponseException(HttpStatus.CONTENT_TOO_LARGE, problem, null);
    }
}
