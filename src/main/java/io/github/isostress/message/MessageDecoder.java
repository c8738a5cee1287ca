package io.github.isostress.message;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import java.util.BitSet;
import org.jpos.iso.ISOBitMap;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOFieldPackager;
import org.jpos.iso.ISOMsgFieldPackager;

/**
 * Finds a message's elements in the order in which jPOS itself reads them, and notes where each stands: so a message
 * that cannot be read is refused with the element and the byte at which reading ended. jPOS's field packagers read each
 * element whose extent does not show from its layout; the others are read when somebody asks for them. Any bytes at all
 * give either a message or the declared exception. Immutable and thread-safe.
 */
public final class MessageDecoder {
    private static final int SECOND_BITMAP_END = 128;
    private static final int EXTENSION_BIT = 65;

    private final IsoPackager packager;

    /** Reads messages as this packager defines them. */
    public MessageDecoder(IsoPackager packager) {
        this.packager = packager;
    }

    /**
     * Reads a message.
     *
     * @param bytes the message without framing; not copied, not to be changed afterwards
     * @throws FailureException {@link Failure#UNPACK_ERROR}, naming the element and the byte's offset from 0, never a value
     */
    public DecodedMessage decode(byte[] bytes) throws FailureException {
        return new Walk(bytes).run();
    }

    /**
     * Reads as many elements as can be read of a message that is cut off or does not fit the packager.
     *
     * @param bytes the message without framing; not copied, not to be changed afterwards
     * @return the elements in front of the first that cannot be read; none if there is no MTI to begin with
     */
    public DecodedMessage decodeStart(byte[] bytes) {
        return new Walk(bytes).runAsFarAsPossible();
    }

    private final class Walk {
        private final byte[] bytes;
        private final FoundElements found;
        private int position;
        private int current;

        Walk(byte[] bytes) {
            this.bytes = bytes;
            this.found = new FoundElements(packager, bytes);
        }

        DecodedMessage run() throws FailureException {
            try {
                walk();
                return decoded();
            } catch (ISOException | RuntimeException e) {
                throw new FailureException(Failure.UNPACK_ERROR, particulars(e), e);
            }
        }

        DecodedMessage runAsFarAsPossible() {
            try {
                walk();
            } catch (ISOException | RuntimeException e) {
                // What was read before has been found.
            }
            return decoded();
        }

        private DecodedMessage decoded() {
            return new DecodedMessage(packager, bytes, found);
        }

        private void walk() throws ISOException {
            header();
            if (packager.hasMti()) {
                read(0, packager.getFieldPackager(0));
            }
            if (packager.hasBitmap()) {
                elements(bitmap());
            } else {
                elementsWithoutBitmap();
            }
        }

        private void header() throws ISOException {
            if (packager.getHeaderLength() > bytes.length) {
                position = bytes.length;
                throw new ISOException();
            }
            position = Math.max(0, packager.getHeaderLength());
            found.startAt(position);
        }

        /** What was read of the element, or null if there was no need to. */
        private ISOComponent read(int element, ISOFieldPackager format) throws ISOException {
            current = element;
            int extent = packager.extent(element, bytes, position);
            if (extent != FieldLayout.UNTOLD) {
                position += extent;
                found.add(element, position);
                return null;
            }
            if (format == null) {
                throw new ISOException();
            }
            ISOComponent component = format.createComponent(element);
            advance(format.unpack(component, bytes, position));
            found.add(element, position, component);
            return component;
        }

        private void advance(int consumed) throws ISOException {
            if (consumed < 0 || consumed > bytes.length - position) {
                throw new ISOException();
            }
            position += consumed;
        }

        private BitSet bitmap() throws ISOException {
            current = 1;
            ISOBitMap bitmap = new ISOBitMap(-1);
            int consumed = packager.bitmapPackager().unpack(bitmap, bytes, position);
            if (consumed > bytes.length - position) {
                throw new ISOException();
            }
            position += consumed;
            found.add(bitmap, position);
            return (BitSet) bitmap.getValue();
        }

        private void elements(BitSet bitmap) throws ISOException {
            boolean thirdFollowsSecond = bitmap.length() - 1 > SECOND_BITMAP_END;
            int first = packager.firstElement();
            for (int i = bitmap.nextSetBit(first); i >= 0; i = bitmap.nextSetBit(i + 1)) {
                if (i == EXTENSION_BIT && thirdFollowsSecond) {
                    continue;
                }
                ISOComponent component = read(i, packager.reader(i));
                if (i == packager.getThirdBitmapField()
                        && packager.carriesThirdBitmapInElement()
                        && !thirdFollowsSecond) {
                    extend(bitmap, (BitSet) component.getValue());
                }
            }
        }

        private void extend(BitSet bitmap, BitSet third) {
            for (int bit = third.nextSetBit(1); bit >= 0; bit = third.nextSetBit(bit + 1)) {
                bitmap.set(SECOND_BITMAP_END + bit);
            }
        }

        private void elementsWithoutBitmap() throws ISOException {
            for (int i = packager.firstElement(); i <= packager.highestElement(); i++) {
                if (packager.defines(i)) {
                    read(i, packager.reader(i));
                }
            }
        }

        private String particulars(Exception e) {
            String where = switch (current) {
                case 0 -> "the MTI";
                case 1 -> "the bitmap";
                default -> "element " + current;
            };
            String reason;
            if (current > 1 && !packager.defines(current)) {
                reason = "the bitmap announces it, but the packager does not define it";
            } else if (position >= bytes.length) {
                reason = "the message of " + bytes.length + " bytes ends before it";
            } else {
                reason = "its bytes do not fit " + format() + " (or the message ends inside it)";
            }
            return where + " at byte " + position + " of " + bytes.length + " cannot be read with packager "
                    + packager.name() + ": " + reason;
        }

        private String format() {
            ISOFieldPackager format = current == 1 ? packager.bitmapPackager() : packager.reader(current);
            if (format instanceof ISOMsgFieldPackager composite) {
                format = composite.getISOFieldPackager();
            }
            format = CheckedAmountPackager.unwrap(format);
            return format.getClass().getSimpleName() + " of length " + format.getLength();
        }
    }
}
