package io.github.isostress.message.tlv;

import io.github.isostress.message.codec.ElementFormat;
import io.github.isostress.vocabulary.EmvTags;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;

/**
 * The BER-TLV data objects of an element, written as bytes or as hex digits, alone or in data sets. Immutable and
 * thread-safe.
 */
public final class DataObjects {
    private static final byte[] NOTHING = {};

    public static final DataObjects NONE = none(DataObjectEncoding.BYTES, false);

    private final byte[] bytes;
    private final byte[] sent;
    private final DataObjectEncoding encoding;
    private final boolean inDataSets;
    /** Null until asked for; threads that race read equal lists. */
    private volatile List<DataObject> objects;

    private DataObjects(
            List<DataObject> objects, byte[] bytes, byte[] sent, DataObjectEncoding encoding, boolean inDataSets) {
        this.objects = objects;
        this.bytes = bytes;
        this.sent = sent;
        this.encoding = encoding;
        this.inDataSets = inDataSets;
    }

    /** An element without objects, to which objects will be added. */
    public static DataObjects none(DataObjectEncoding encoding, boolean inDataSets) {
        return new DataObjects(List.of(), NOTHING, NOTHING, encoding, inDataSets);
    }

    /** The objects in an element's value; {@link #NONE} if it holds none. */
    public static DataObjects of(ISOComponent component) {
        try {
            return in(ElementFormat.bytesOf(component)).orElse(NONE);
        } catch (ISOException e) {
            return NONE;
        }
    }

    /** The objects in a value that was sent. */
    public static Optional<DataObjects> in(byte[] sent) {
        return in(sent, DataObjectEncoding.ASCII_DIGITS)
                .or(() -> in(sent, DataObjectEncoding.EBCDIC_DIGITS))
                .or(() -> in(sent, DataObjectEncoding.BYTES));
    }

    private static Optional<DataObjects> in(byte[] sent, DataObjectEncoding encoding) {
        return encoding.decode(sent).flatMap(bytes -> read(bytes, sent, encoding));
    }

    private static Optional<DataObjects> read(byte[] bytes, byte[] sent, DataObjectEncoding encoding) {
        Optional<DataObjects> sets = DataObjectReader.dataSets(bytes)
                .map(found -> new DataObjects(found, bytes, sent, encoding, true))
                .filter(found -> !found.holdsNone());
        Optional<DataObjects> alone = DataObjectReader.objects(bytes, 0, bytes.length)
                .filter(found -> !found.isEmpty())
                .map(found -> new DataObjects(found, bytes, sent, encoding, false));
        return sets.isEmpty() || alone.isPresent() && alone.get().beginsAsEmvHasIt() ? alone : sets;
    }

    /**
     * Bytes that can be read both ways are data sets if the first tag would be one that EMV does not have, such as 01.
     */
    private boolean beginsAsEmvHasIt() {
        return EmvTags.name(objects().get(0).tag()).isPresent();
    }

    /** The outermost ones. */
    public List<DataObject> objects() {
        List<DataObject> known = objects;
        if (known == null) {
            Optional<List<DataObject>> read =
                    inDataSets ? DataObjectReader.dataSets(bytes) : DataObjectReader.objects(bytes, 0, bytes.length);
            known = read.orElse(List.of());
            objects = known;
        }
        return known;
    }

    /** The element's value as it was sent; not to be changed. */
    public byte[] sent() {
        return sent;
    }

    /** How the objects are written there. */
    public DataObjectEncoding encoding() {
        return encoding;
    }

    /** Whether the outermost are data sets. */
    public boolean inDataSets() {
        return inDataSets;
    }

    public boolean isEmpty() {
        return objects().isEmpty();
    }

    /** Whether there is no object, or only data sets without any. */
    boolean holdsNone() {
        return objects().stream()
                .allMatch(object -> object.isDataSet() && object.inner().isEmpty());
    }

    /**
     * Where the first of the bytes stands.
     *
     * @param message the message
     * @param end the offset behind the element
     * @return -1 if the element was not sent as it was read, but in EBCDIC, say
     */
    public int origin(byte[] message, int end) {
        int origin = end - sent.length;
        return origin >= 0 && Arrays.equals(message, origin, end, sent, 0, sent.length) ? origin : -1;
    }

    /**
     * The way to an object: its templates, outermost first, and itself.
     *
     * @param tags the templates' and its own, behind a data set's identifier or without; without, all data sets are
     *     searched
     * @return empty if there is no such object
     */
    public List<DataObject> way(List<String> tags) {
        int[] numbers = numbers(tags);
        List<DataObject> way = way(objects(), numbers, 0);
        if (!way.isEmpty() || !inDataSets) {
            return way;
        }
        for (DataObject set : objects()) {
            List<DataObject> inner = way(set.inner(), numbers, 0);
            if (!inner.isEmpty()) {
                return joined(set, inner);
            }
        }
        return List.of();
    }

    private static int[] numbers(List<String> tags) {
        int[] numbers = new int[tags.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Integer.parseUnsignedInt(tags.get(i), 16);
        }
        return numbers;
    }

    /** The first in the order of the bytes. */
    private static List<DataObject> way(List<DataObject> level, int[] tags, int step) {
        for (DataObject object : level) {
            if (object.hasTag(tags[step])) {
                if (step == tags.length - 1) {
                    return List.of(object);
                }
                List<DataObject> inner = way(object.inner(), tags, step + 1);
                if (!inner.isEmpty()) {
                    return joined(object, inner);
                }
            }
        }
        return List.of();
    }

    private static List<DataObject> joined(DataObject outer, List<DataObject> inner) {
        List<DataObject> way = new ArrayList<>(inner.size() + 1);
        way.add(outer);
        way.addAll(inner);
        return way;
    }

    /**
     * Replaces some of the {@link #bytes}.
     *
     * @param start the offset of the first that is replaced, in {@link #bytes}
     * @param end the offset behind the last; where it is {@code start}, they are added
     */
    record Change(int start, int end, byte[] bytes) {}

    /** Applies changes, which are in the order of their offsets; leaves all other bytes as they are. */
    DataObjects with(List<Change> changes) {
        byte[] changed = spliced(bytes, 1, changes);
        byte[] changedSent = encoding == DataObjectEncoding.BYTES ? changed : spliced(sent, encoding.width(), changes);
        return new DataObjects(null, changed, changedSent, encoding, inDataSets);
    }

    private byte[] spliced(byte[] from, int width, List<Change> changes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(from.length + 64);
        int at = 0;
        for (Change change : changes) {
            out.write(from, at, width * change.start() - at);
            out.writeBytes(width == 1 ? change.bytes() : encoding.encode(change.bytes(), sent));
            at = width * change.end();
        }
        out.write(from, at, from.length - at);
        return out.toByteArray();
    }
}
