package signpost.engine.table;

import java.util.ArrayList;
import java.util.List;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;

/** The texts that the cells of a workbook point to. Letters in several fonts are one plain text here. */
final class SharedTexts extends Xml {

    private final List<String> texts = new ArrayList<>();
    private final StringBuilder one = new StringBuilder();
    private boolean phonetic;

    String text(String number) throws SAXException {
        int at = number.matches("\\d{1,9}") ? Integer.parseInt(number) : -1;
        if (at < 0 || at >= texts.size()) {
            throw new SAXException("no text " + number);
        }
        return texts.get(at);
    }

    @Override
    void begins(String name, Attributes with) {
        if (name.equals("si")) {
            one.setLength(0);
        }
        phonetic = phonetic || name.equals("rPh");
    }

    @Override
    void ends(String name, String text) {
        switch (name) {
            case "t" -> one.append(phonetic ? "" : text);
            case "rPh" -> phonetic = false;
            case "si" -> texts.add(one.toString());
            default -> {}
        }
    }
}
