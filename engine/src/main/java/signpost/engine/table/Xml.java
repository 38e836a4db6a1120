package signpost.engine.table;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.util.XMLHelper;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads a part of a workbook element by element. On top of POI's own care no part may declare a document type, so there are
 * no entities to expand or fetch, and none may nest deeper than any workbook does.
 */
abstract class Xml extends DefaultHandler {

    private static final int DEEPEST = 40;
    /** No cell of a spreadsheet holds more. */
    private static final int LONGEST_TEXT = 32_767;

    private final StringBuilder text = new StringBuilder();
    private int depth;

    final void read(InputStream in) throws IOException, SAXException, ParserConfigurationException {
        XMLReader reader = XMLHelper.newXMLReader();
        reader.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        reader.setContentHandler(this);
        reader.setErrorHandler(this);
        reader.parse(new InputSource(in));
    }

    /** An element begins. */
    abstract void begins(String name, Attributes with) throws SAXException;

    /** An element ends; {@code text} is all text since an element began. */
    abstract void ends(String name, String text) throws SAXException;

    @Override
    public final void startElement(String uri, String name, String qualified, Attributes with) throws SAXException {
        if (++depth > DEEPEST) {
            throw new SAXException("nested too deeply");
        }
        text.setLength(0);
        begins(name, with);
    }

    @Override
    public final void endElement(String uri, String name, String qualified) throws SAXException {
        depth--;
        ends(name, text.toString());
        text.setLength(0);
    }

    @Override
    public final void characters(char[] characters, int from, int length) throws SAXException {
        if (text.length() + length > LONGEST_TEXT) {
            throw new SAXException("longer than a cell can be");
        }
        text.append(characters, from, length);
    }

    static String attribute(Attributes with, String name) {
        String value = with.getValue(name);
        return value == null ? "" : value;
    }

    static boolean yes(Attributes with, String name) {
        String value = attribute(with, name);
        return value.equals("1") || value.equals("true");
    }
}
