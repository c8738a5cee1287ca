package io.github.isostress.message;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;
import org.jpos.tlv.ISOTaggedField;
import org.jpos.tlv.TLVList;
import org.jpos.tlv.TLVMsg;

/**
 * A message read back into data elements, with the place each has among the bytes. Not to be changed after it was
 * decoded; reading it is safe for many threads.
 */
public final class DecodedMessage {
    private final IsoPackager packager;
    private final byte[] bytes;
    private final ISOMsg fields;
    private final List<ElementRange> ranges;

    DecodedMessage(IsoPackager packager, byte[] bytes, ISOMsg fields, List<ElementRange> ranges) {
        this.packager = packager;
        this.bytes = bytes;
        this.fields = fields;
        this.ranges = List.copyOf(ranges);
    }

    /**
     * The bytes an element takes, length prefix included.
     *
     * @param element 0 for the MTI, 1 for the bitmap, else the data element's number
     * @param start first byte's offset in the message, from 0
     * @param end offset behind the last byte
     */
    public record ElementRange(int element, int start, int end) {}

    /** The packager that read the message. */
    public IsoPackager packager() {
        return packager;
    }

    /** The message as jPOS represents it, but for BER-TLV data, which are left as bytes. */
    public ISOMsg fields() {
        return fields;
    }

    /** The message type indicator, or an empty string if the packager has none. */
    public String mti() {
        return value(new ElementPath(0, List.of())).orElse("");
    }

    /**
     * An element's or sub-element's value: text as it stands, binary as upper-case hex digits; a tag of BER-TLV data
     * as hex digits; a composite element as the hex digits of all it holds.
     *
     * @return empty if the message has no such element
     */
    public Optional<String> value(ElementPath path) {
        try {
            ISOComponent component = fields.getComponent(path.element());
            for (int level = 0; component != null && level < path.parts().size(); level++) {
                String part = path.parts().get(level);
                if (!(component instanceof ISOMsg composite)) {
                    return level == path.parts().size() - 1 ? tag(component, part) : Optional.empty();
                }
                component = part(composite, part);
            }
            return component == null ? Optional.empty() : Optional.of(text(component));
        } catch (ISOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** What may be shown of the value that {@link #value} gives: masked, and nothing of one that is made of parts. */
    public Optional<String> shown(ElementPath path) {
        return value(path).map(value -> masked(path).orElseGet(() -> Masking.HIDDEN.mask(value)));
    }

    private Optional<String> masked(ElementPath path) {
        return ranges.stream()
                .filter(range -> range.element() == path.element())
                .findFirst()
                .flatMap(range -> ElementDescription.of(this, range, 0, Disclosure.masking(this))
                        .shown(path));
    }

    /**
     * What may be shown of another text that is compared with the value: its card numbers masked.
     *
     * @return empty if the value itself may not be shown as it is
     */
    public Optional<String> shownBeside(ElementPath path, String other) {
        return value(path).equals(shown(path)) ? Optional.of(Masking.SEARCHED.mask(other)) : Optional.empty();
    }

    private static ISOComponent part(ISOMsg composite, String part) {
        for (Object child : composite.getChildren().values()) {
            if (child instanceof ISOTaggedField tagged && tagged.getTag().equalsIgnoreCase(part)) {
                return tagged;
            }
        }
        return composite.getComponent(Integer.parseInt(part));
    }

    private static Optional<String> tag(ISOComponent component, String tag) throws ISOException {
        TLVList list = new TLVList();
        list.unpack(ElementFormat.bytesOf(component));
        TLVMsg found = list.find(Integer.parseInt(tag, 16));
        return Optional.ofNullable(found).map(TLVMsg::getStringValue);
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
        return ranges;
    }

    /** How many bytes follow the last element; 0 in a message that is exactly as long as it says. */
    public int trailingBytes() {
        return bytes.length
                - (ranges.isEmpty() ? 0 : ranges.get(ranges.size() - 1).end());
    }

    /**
     * Whether the elements may be others than the packager takes them for, as after a damaged bitmap: bytes are left
     * over, there are letters where digits belong, or a card number where amounts and times belong.
     */
    boolean isDoubtful() {
        return trailingBytes() > 0 || elements().stream().anyMatch(this::isDoubtful) || hasStrayCardNumber();
    }

    private boolean hasStrayCardNumber() {
        BitSet numbers = CardNumbers.marked(bytes);
        for (ElementRange range : ranges) {
            int found = numbers.nextSetBit(range.start());
            if (found >= 0 && found < range.end() && packager.masking(range.element()) == Masking.PLAIN) {
                return true;
            }
        }
        return false;
    }

    private boolean isDoubtful(int element) {
        try {
            return fields.getComponent(element).getValue() instanceof String text && !packager.mayHold(element, text);
        } catch (ISOException e) {
            return true;
        }
    }

    /** How many bytes come before the MTI: the packager's own header. */
    int headerLength() {
        return ranges.isEmpty() ? 0 : ranges.get(0).start();
    }

    byte[] bytes() {
        return bytes;
    }

    /** The numbers of the data elements that are present, the MTI and the bitmap left out, in ascending order. */
    public List<Integer> elements() {
        List<Integer> numbers = new ArrayList<>();
        for (ElementRange range : ranges) {
            if (range.element() > 1 || range.element() == 1 && !packager.hasBitmap()) {
                numbers.add(range.element());
            }
        }
        return numbers;
    }

    /** How long the message is and by which packager it was read; no value, since any may be a secret. */
    @Override
    public String toString() {
        return "ISO 8583 message, " + bytes.length + " bytes, packager " + packager.name() + ", "
                + elements().size() + " data elements";
    }
}
