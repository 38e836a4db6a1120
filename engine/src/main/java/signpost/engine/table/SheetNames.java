package signpost.engine.table;

import java.util.ArrayList;
import java.util.List;
import org.xml.sax.Attributes;
import signpost.engine.text.BlockReader;

/** The sheets of a workbook, in order, and how it counts days. */
final class SheetNames extends Xml {

    /**
     * A sheet.
     *
     * @param relation by which the workbook finds its part
     */
    record Named(String name, String relation, boolean hidden) {}

    private final List<Named> sheets = new ArrayList<>();
    private boolean from1904;

    List<Named> sheets() {
        return sheets;
    }

    boolean from1904() {
        return from1904;
    }

    @Override
    void begins(String name, Attributes with) {
        if (name.equals("sheet")) {
            String state = attribute(with, "state");
            sheets.add(new Named(
                    BlockReader.shortened(attribute(with, "name").replaceAll("[\\p{C}\"]", "?")),
                    relation(with),
                    !state.isEmpty() && !state.equals("visible")));
        } else if (name.equals("workbookPr")) {
            from1904 = yes(with, "date1904");
        }
    }

    @Override
    void ends(String name, String text) {}

    private static String relation(Attributes with) {
        for (int at = 0; at < with.getLength(); at++) {
            if (with.getLocalName(at).equals("id")) {
                return with.getValue(at);
            }
        }
        return "";
    }
}
