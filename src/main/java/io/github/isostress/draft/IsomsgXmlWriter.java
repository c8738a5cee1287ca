package io.github.isostress.draft;

import io.github.isostress.message.ElementRange;
import io.github.isostress.message.decode.DecodedMessage;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.lang3.StringUtils;
import org.jpos.iso.ISOUtil;

/** Writes a message as jPOS {@code <isomsg>} XML. For one message. */
final class IsomsgXmlWriter {
    private final StringBuilder xml = new StringBuilder();

    private IsomsgXmlWriter() {}

    static String of(DecodedMessage message) {
        IsomsgXmlWriter text = new IsomsgXmlWriter();
        text.line(0, "<isomsg>");
        for (ElementRange range : ElementForms.elements(message)) {
            text.element(ElementForms.withoutTags(message, range));
        }
        text.line(0, "</isomsg>");
        return text.xml.toString();
    }

    private void element(List<ElementRow> rows) {
        List<String> open = new ArrayList<>();
        for (ElementRow row : rows) {
            List<String> steps = new ArrayList<>();
            steps.add(String.valueOf(row.path().element()));
            steps.addAll(row.path().parts());
            List<String> outer = steps.subList(0, steps.size() - 1);
            close(open, common(open, outer));
            for (String step : outer.subList(open.size(), outer.size())) {
                open.add(step);
                line(open.size(), "<isomsg id=\"" + step + "\">");
            }
            line(open.size() + 1, field(steps.get(outer.size()), row));
        }
        close(open, 0);
    }

    private static int common(List<String> open, List<String> outer) {
        int common = 0;
        while (common < open.size() && common < outer.size() && open.get(common).equals(outer.get(common))) {
            common++;
        }
        return common;
    }

    private void close(List<String> open, int remaining) {
        while (open.size() > remaining) {
            line(open.size(), "</isomsg>");
            open.remove(open.size() - 1);
        }
    }

    private static String field(String id, ElementRow row) {
        boolean asBytes = row.binary() || !isPrintable(row.value());
        String value = row.binary() || !asBytes
                ? row.value()
                : HexFormat.of().withUpperCase().formatHex(row.value().getBytes(ISOUtil.CHARSET));
        return "<field id=\"" + id + "\" value=\"" + ISOUtil.normalize(value) + "\""
                + (asBytes ? " type=\"binary\"" : "") + "/>";
    }

    /** XML cannot hold most control characters, and jPOS reads a backslash and u as an escape. */
    private static boolean isPrintable(String value) {
        return value.chars().noneMatch(Character::isISOControl) && !StringUtils.contains(value, "\\u");
    }

    private void line(int depth, String text) {
        xml.append("  ".repeat(depth)).append(text).append('\n');
    }
}
