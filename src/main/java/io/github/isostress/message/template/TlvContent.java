package io.github.isostress.message.template;

import io.github.isostress.message.codec.ElementFormat;
import io.github.isostress.message.codec.HexDigits;
import io.github.isostress.message.tlv.DataObject;
import io.github.isostress.message.tlv.DataObjectEditor;
import io.github.isostress.message.tlv.DataObjectEncoding;
import io.github.isostress.message.tlv.DataObjectReader;
import io.github.isostress.message.tlv.DataObjects;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.List;
import org.jpos.iso.ISOBinaryField;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;

/**
 * An element made of BER-TLV data objects (EMV Book 3, annex B), such as DE 55: tags of the captured message keep
 * their place, new ones follow in the order of the template, and a tag whose value comes out empty is left out.
 */
final class TlvContent implements ElementContent {

    /**
     * A line that gives an object its value.
     *
     * @param path the object's tag, behind those of the templates and the data set it is in
     */
    private record Tag(List<String> path, LineValue value) {
        boolean namesDataSet() {
            return path.size() > 1 && DataObjectEditor.mayBeDataSet(path.get(0));
        }

        byte[] bytes(String digits) {
            return value.check(() -> HexDigits.parse(digits));
        }

        byte[] bytes(String[] values) {
            return bytes(value.value(values));
        }

        boolean isLeftOut(byte[] content) {
            return content.length == 0 && value.line().leavesOut("");
        }
    }

    private final ElementFormat format;
    private final List<Tag> tags;
    private final boolean isFlat;
    /** Of the message that was filled last; the next one usually has the same. */
    private volatile DataObjects lastCaptured;

    /**
     * The data objects.
     *
     * @param level how many steps of a path lead to the element
     * @param lines give the tags; those that are wrong are left out
     */
    TlvContent(ElementFormat format, int level, List<LineValue> lines, TemplateProblems problems) {
        this.format = format;
        this.tags = lines.stream()
                .flatMap(value -> problems.attempt(() -> tag(value, level)).stream())
                .toList();
        this.isFlat = DataObjectEncoding.of(format.packager()) == DataObjectEncoding.BYTES
                && tags.stream().allMatch(tag -> tag.path().size() == 1);
    }

    private static Tag tag(LineValue value, int level) {
        List<String> parts = value.line().path().parts();
        List<String> path = parts.subList(level, parts.size());
        return value.check(() -> {
            String first = path.get(0);
            if (first.length() < 2 || first.length() % 2 != 0) {
                throw new IllegalArgumentException("has no numbered sub-elements in this packager, and " + first
                        + " is no BER-TLV tag of 1 to 4 bytes");
            }
            for (int i = 0; i < path.size(); i++) {
                boolean isLast = i == path.size() - 1;
                if (isLast || i > 0 || !DataObjectEditor.mayBeDataSet(first)) {
                    checkTag(path.get(i), isLast);
                }
            }
            return new Tag(path, value);
        });
    }

    private static void checkTag(String tag, boolean isLast) {
        if (!DataObjectReader.isTag(tag)) {
            throw new IllegalArgumentException(tag + " is no BER-TLV tag (ISO/IEC 7816-4)");
        }
        if (!isLast && !DataObjectReader.isConstructed(tag)) {
            throw new IllegalArgumentException(
                    tag + " holds a plain value, no tags: only a template such as E1 or 70 does");
        }
    }

    @Override
    public boolean isConstant() {
        return tags.stream().allMatch(tag -> tag.value().isConstant());
    }

    @Override
    public void checkConstants(TemplateProblems problems) {
        tags.stream()
                .filter(tag -> tag.value().isConstant())
                .forEach(tag -> problems.check(() -> tag.bytes(tag.value().evaluate())));
    }

    @Override
    public ISOComponent component(String[] values, CapturedPart captured) throws ISOException {
        byte[] before = captured == null ? new byte[0] : bytes(captured.component());
        byte[] after = before.length == 0 && isFlat ? joined(values) : edited(before, values);
        return after.length == 0 ? null : new ISOBinaryField(format.number(), after);
    }

    private static byte[] bytes(ISOComponent captured) throws ISOException {
        return captured instanceof ISOMsg composite ? composite.pack() : ElementFormat.bytesOf(captured);
    }

    private byte[] joined(String[] values) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Tag tag : tags) {
            byte[] value = tag.bytes(values);
            if (!tag.isLeftOut(value)) {
                out.writeBytes(HexFormat.of().parseHex(tag.path().get(0)));
                out.writeBytes(DataObject.shortestLengthField(value.length));
                out.writeBytes(value);
            }
        }
        return out.toByteArray();
    }

    private byte[] edited(byte[] before, String[] values) {
        DataObjectEditor editor = new DataObjectEditor(before.length == 0 ? nothing() : captured(before));
        for (Tag tag : tags) {
            byte[] value = tag.bytes(values);
            tag.value().check(() -> {
                if (tag.isLeftOut(value)) {
                    editor.remove(tag.path());
                } else {
                    editor.set(tag.path(), value);
                }
                return editor;
            });
        }
        return editor.holdsNone() ? new byte[0] : editor.objects().sent();
    }

    private DataObjects nothing() {
        boolean inDataSets = tags.stream().anyMatch(Tag::namesDataSet);
        for (Tag tag : tags) {
            if (tag.namesDataSet() != inDataSets) {
                throw new BrokenRule(
                        tag.value().line(),
                        "stands outside the data sets of other lines: give each tag its data set, as in 55.01.9F36");
            }
        }
        return DataObjects.none(DataObjectEncoding.of(format.packager()), inDataSets);
    }

    private DataObjects captured(byte[] before) {
        DataObjects known = lastCaptured;
        if (known == null || known.sent() != before) {
            known = read(before);
            lastCaptured = known;
        }
        return known;
    }

    private DataObjects read(byte[] before) {
        return DataObjects.in(before)
                .orElseThrow(() -> new BrokenRule(
                        tags.get(0).value().line(),
                        "element " + format.number() + " of the captured message is no BER-TLV data"));
    }
}
