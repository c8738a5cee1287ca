package io.github.isostress.jmeter.migration;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Finds where the elements of an XML text stand, so that all else of the text can stay as it is. For one text. */
final class ElementSpans {
    private static final char QUOTE = '"';
    private static final char APOSTROPHE = '\'';

    private final String text;
    private final List<Span> spans = new ArrayList<>();
    private final Deque<Integer> open = new ArrayDeque<>();

    /**
     * Where an element stands in the text.
     *
     * @param start of its start tag
     * @param contentStart behind its start tag
     * @param contentEnd of what is in it; {@code contentStart} if the start tag closes it
     * @param end behind the element
     */
    record Span(int start, int contentStart, int contentEnd, int end) {
        boolean isClosedByItsStartTag() {
            return contentEnd == end;
        }
    }

    private ElementSpans(String text) {
        this.text = text;
    }

    /**
     * The elements in the order of their start tags.
     *
     * @param text well-formed XML without a DTD
     */
    static List<Span> in(String text) {
        ElementSpans finder = new ElementSpans(text);
        int at = text.indexOf('<');
        while (at >= 0) {
            at = text.indexOf('<', finder.markup(at));
        }
        return finder.spans;
    }

    /** Takes the markup that begins here; gives the place behind it. */
    private int markup(int at) {
        if (text.startsWith("<!--", at)) {
            return behind("-->", at);
        }
        if (text.startsWith("<![CDATA[", at)) {
            return behind("]]>", at);
        }
        if (text.startsWith("<?", at)) {
            return behind("?>", at);
        }
        return text.startsWith("</", at) ? endTag(at) : startTag(at);
    }

    private int behind(String mark, int at) {
        return text.indexOf(mark, at) + mark.length();
    }

    private int endTag(int at) {
        int end = behind(">", at);
        int index = open.pop();
        Span begun = spans.get(index);
        spans.set(index, new Span(begun.start(), begun.contentStart(), at, end));
        return end;
    }

    private int startTag(int at) {
        int close = closeOfTag(at);
        int end = close + 1;
        if (text.charAt(close - 1) != '/') {
            open.push(spans.size());
        }
        spans.add(new Span(at, end, end, end));
        return end;
    }

    /** The {@code >} of a tag; one in an attribute's value does not count. */
    private int closeOfTag(int at) {
        char quote = 0;
        int i = at;
        for (char character = text.charAt(i); quote != 0 || character != '>'; character = text.charAt(++i)) {
            if (quote == 0) {
                quote = character == QUOTE || character == APOSTROPHE ? character : 0;
            } else if (character == quote) {
                quote = 0;
            }
        }
        return i;
    }
}
