package signpost.engine.table;

import java.io.Serial;
import org.xml.sax.SAXException;
import signpost.engine.text.Place;
import signpost.engine.text.Problem;

/** Ends the reading of a file at once. A SAX handler can end its parser in no other way; it never leaves this package. */
final class Stopped extends SAXException {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    Stopped(Place place, String message, String advice) {
        super(message);
        this.problem = Problem.at(place, message, advice);
    }

    Problem problem() {
        return problem;
    }
}
