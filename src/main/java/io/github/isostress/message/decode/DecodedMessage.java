package io.github.isostress.message.decode;

import io.github.isostress.message.ElementIndex;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.ElementRange;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.tlv.DataObject;
import io.github.isostress.message.tlv.DataObjects;
import io.github.isostress.words.Plural;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.lang3.StringUtils;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;
import org.jpos.tlv.ISOTaggedField;

/**
 * A message's data elements, with the place each has among the bytes. Values are read when they are asked for. Not to
 * be changed after it was decoded; reading it is safe for many threads.
 */
public final class DecodedMessage {
    private static final ElementPath MTI = new ElementPath(0, List.of());

    private final IsoPackager packager;
    private final byte[] bytes;
    private final ElementIndex index;
    private final DecodedFields fields;

    DecodedMessage(IsoPackager packager, byte[] bytes, ElementIndex index) {
        this.packager = packager;
        this.bytes = bytes;
        this.index = index;
        this.fields = new DecodedFields(packager, bytes, index);
    }

    /** The packager that read the message. */
    public IsoPackager packager() {
        return packager;
    }

    /**
     * The message as jPOS represents it, but for BER-TLV data, which are left as bytes. Always the same one; its fields
     * are read when the first of them is asked for.
     */
    public ISOMsg fields() {
        return fields;
    }

    /** The message type indicator, or an empty string if the packager has none. */
    public String mti() {
        return value(MTI).orElse("");
    }

    /** Whether there is such a data element; 0 for the MTI. */
    public boolean has(int element) {
        return index.indexOf(element) >= 0;
    }

    /**
     * Whether both messages have the element in the same bytes and so with the same value: quicker than to compare
     * values.
     *
     * @return false also where the bytes alone do not tell, as of an element made of parts: compare the values then
     */
    public boolean hasSameBytes(int element, DecodedMessage other) {
        int at = index.indexOf(element);
        int there = other.index.indexOf(element);
        return packager == other.packager
                && at >= 0
                && there >= 0
                && index.isPlain(at)
                && other.index.isPlain(there)
                && Arrays.equals(
                        bytes,
                        index.start(at),
                        index.end(at),
                        other.bytes,
                        other.index.start(there),
                        other.index.end(there));
    }

    /**
     * An element's or sub-element's value: text as it stands, binary as upper-case hex digits; a tag of BER-TLV data as
     * hex digits; a composite element as the hex digits of all it holds. A tag is the outermost of that name; one
     * inside a template is named behind it, {@code 55.E1.9F37}. The number of a data set may stand before its tags,
     * {@code 55.01.9F36}, or be left out.
     *
     * @return empty if the message has no such element
     */
    public Optional<String> value(ElementPath path) {
        try {
            int at = index.indexOf(path.element());
            if (at < 0 || !path.isPart()) {
                return at < 0 ? Optional.empty() : Optional.of(text(at));
            }
            ISOComponent component = index.component(at);
            for (int level = 0; component != null && level < path.parts().size(); level++) {
                String part = path.parts().get(level);
                if (!(component instanceof ISOMsg composite)) {
                    return object(
                            component, path.parts().subList(level, path.parts().size()));
                }
                component = part(composite, part);
            }
            return component == null ? Optional.empty() : Optional.of(text(component));
        } catch (ISOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static ISOComponent part(ISOMsg composite, String part) {
        for (Object child : composite.getChildren().values()) {
            if (child instanceof ISOTaggedField tagged && isTag(tagged.getTag(), part)) {
                return tagged;
            }
        }
        return composite.getComponent(Integer.parseInt(part));
    }

    /** Whether a tag is meant, be it without the zeros in front. */
    public static boolean isTag(String tag, String part) {
        return tag.equalsIgnoreCase(StringUtils.leftPad(part, tag.length(), '0'));
    }

    private static Optional<String> object(ISOComponent component, List<String> tags) {
        List<DataObject> way = DataObjects.of(component).way(tags);
        return way.isEmpty()
                ? Optional.empty()
                : Optional.of(HexFormat.of()
                        .withUpperCase()
                        .formatHex(way.get(way.size() - 1).value()));
    }

    /**
     * The BER-TLV tags of an element, in the order of its bytes: the outermost, or, of data sets, those in each of
     * them.
     *
     * @return empty if the element holds no such data
     */
    public List<ElementPath> tags(int element) {
        int at = index.indexOf(element);
        if (at < 0) {
            return List.of();
        }
        List<ElementPath> paths = new ArrayList<>();
        for (DataObject object : DataObjects.of(index.component(at)).objects()) {
            if (object.isDataSet()) {
                object.inner()
                        .forEach(inner -> paths.add(new ElementPath(element, List.of(object.tag(), inner.tag()))));
            } else {
                paths.add(new ElementPath(element, List.of(object.tag())));
            }
        }
        return paths;
    }

    private String text(int at) throws ISOException {
        String text = index.text(at);
        return text == null ? text(index.component(at)) : text;
    }

    static String text(ISOComponent component) throws ISOException {
        if (component instanceof ISOMsg composite) {
            return HexFormat.of().withUpperCase().formatHex(composite.pack());
        }
        return component.getValue() instanceof byte[] binary
                ? HexFormat.of().withUpperCase().formatHex(binary)
                : String.valueOf(component.getValue());
    }

    /** Where the MTI, the bitmap and each element stand, in the order of the bytes. */
    public List<ElementRange> ranges() {
        return IntStream.range(0, index.count()).mapToObj(index::range).toList();
    }

    /** How many bytes follow the last element; 0 in a message that is exactly as long as it says. */
    public int trailingBytes() {
        return bytes.length - (index.count() == 0 ? 0 : index.end(index.count() - 1));
    }

    /** How many bytes come before the MTI: the packager's own header. */
    public int headerLength() {
        return index.count() == 0 ? 0 : index.start(0);
    }

    /** The message without framing; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where each element stands. */
    public ElementIndex index() {
        return index;
    }

    /** The numbers of the data elements that are present, the MTI and the bitmap left out, in ascending order. */
    public List<Integer> elements() {
        return IntStream.range(0, index.count())
                .filter(index::isDataElement)
                .mapToObj(index::number)
                .toList();
    }

    /** How long the message is and by which packager it was read; no value, since any may be a secret. */
    @Override
    public String toString() {
        return "ISO 8583 message, " + Plural.of(bytes.length, "byte") + ", packager " + packager.name() + ", "
                + Plural.of(elements().size(), "data element");
    }
}
