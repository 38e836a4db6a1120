package signpost.api.pages;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Makes a page a PDF, on the server, with a font of its own: one that has the letters of Europe's names. */
@Component
public class Pdf {

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final ITemplateEngine templates;

    Pdf(ITemplateEngine templates) {
        this.templates = templates;
    }

    /**
     * A page as a PDF.
     *
     * @param template of a whole page that is well-formed
     */
    public byte[] of(String template, Map<String, Object> model) {
        String html = templates.process(template, new Context(Locale.UK, model));
        var bytes = new ByteArrayOutputStream();
        var pdf = new PdfRendererBuilder();
        pdf.useFont(() -> PDDocument.class.getResourceAsStream(FONT), "Liberation Sans");
        pdf.withHtmlContent(html, null);
        pdf.withProducer("Signpost");
        pdf.toStream(bytes);
        try {
            pdf.run();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return bytes.toByteArray();
    }
}
