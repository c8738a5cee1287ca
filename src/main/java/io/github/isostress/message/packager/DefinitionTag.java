package io.github.isostress.message.packager;

import io.github.isostress.message.Printable;
import java.util.List;
import org.apache.commons.lang3.StringUtils;
import org.xml.sax.ext.Attributes2;

/**
 * One element of a packager's XML. Its children are added while the file is read; nobody changes it afterwards.
 *
 * @param name the XML element's name
 * @param place the file's name if it is not the packager's own, and the line from 1
 * @param attributes as they were written, defaults of the file's DTD included
 * @param children the elements inside it
 */
record DefinitionTag(String name, String place, Attributes2 attributes, List<DefinitionTag> children) {
    private static final int LONGEST_NAME = 40;

    /** What a user finds it by: its line, what it is, and its number. */
    String label() {
        String id = attribute("id");
        return place + ", " + name + (id == null ? "" : " " + shown(id));
    }

    /** Null if it has none of that name. */
    String attribute(String attribute) {
        return attributes.getValue(attribute);
    }

    /** Any text of a file in a sentence: one line, and not long. */
    static String shown(String text) {
        return StringUtils.abbreviate(Printable.oneLine(text), LONGEST_NAME * 2);
    }
}
