package io.github.isostress.message.codec;

import io.github.isostress.words.Plural;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.lang3.reflect.MethodUtils;
import org.jpos.iso.IF_NOP;
import org.jpos.iso.IF_UNUSED;
import org.jpos.iso.ISOBasePackager;
import org.jpos.iso.ISOBinaryField;
import org.jpos.iso.ISOBitMapPackager;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOFieldPackager;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.ISOMsgFieldPackager;
import org.jpos.iso.TaggedFieldPackager;
import org.jpos.tlv.ISOTaggedField;
import org.jpos.tlv.packager.TaggedSequencePackager;

/**
 * The parts that an element can have, as its inner packager defines them: numbered parts, or tagged parts in a tagged
 * sequence. Immutable and thread-safe.
 */
public final class SubPackager {
    /** No list of sub-elements is longer; asking for one beyond its end gives none. */
    private static final int HIGHEST = 1000;

    private static final int BITMAP = -1;
    /** jPOS's name for any other tag, of which it takes as many characters as a tag has. */
    private static final String ANY_TAG = "##########";

    private final ISOMsgFieldPackager composite;
    private final ISOBasePackager parts;
    /** The tagged parts' field packagers, by tag. */
    private final Map<String, ISOFieldPackager> tagged = new TreeMap<>();
    /** The field packager of all other tags; null if there are no others. */
    private ISOFieldPackager anyTag;

    private SubPackager(ISOMsgFieldPackager composite, ISOBasePackager parts) {
        this.composite = composite;
        this.parts = parts;
        for (int number = 0; isTaggedSequence() && number <= HIGHEST; number++) {
            if (parts.getFieldPackager(number) instanceof TaggedFieldPackager packager) {
                if (ANY_TAG.startsWith(packager.getToken())) {
                    anyTag = parts.getFieldPackager(number);
                } else {
                    tagged.put(packager.getToken(), parts.getFieldPackager(number));
                }
            }
        }
    }

    /** The inner packager that has read an element; empty if it does not tell its parts. */
    public static Optional<SubPackager> of(ISOMsg read) {
        return read.getPackager() instanceof ISOBasePackager parts
                ? Optional.of(new SubPackager(null, parts))
                : Optional.empty();
    }

    /** The inner packager of an element; empty if it does not tell its parts. */
    public static Optional<SubPackager> of(ISOFieldPackager packager) {
        return packager instanceof ISOMsgFieldPackager composite
                        && composite.getISOMsgPackager() instanceof ISOBasePackager parts
                ? Optional.of(new SubPackager(composite, parts))
                : Optional.empty();
    }

    public ISOBasePackager parts() {
        return parts;
    }

    /** Whether parts are told apart by tags, and not by numbers. */
    public boolean isTaggedSequence() {
        return parts instanceof TaggedSequencePackager;
    }

    /** The part that a step of a path names; empty if there is none. */
    public Optional<PartFormat> find(String step) {
        return isTaggedSequence() ? byTag(step).or(() -> front(step)) : numbered(step);
    }

    private Optional<PartFormat> numbered(String step) {
        if (!StringUtils.isNumeric(step) || step.length() > 4) {
            return Optional.empty();
        }
        int number = Integer.parseInt(step);
        return Optional.ofNullable(parts.getFieldPackager(number))
                .map(packager -> new PartFormat(number, null, packager));
    }

    /** Parts in front of the tags have numbers. */
    private Optional<PartFormat> front(String step) {
        return numbered(step).filter(part -> part.number() < firstTagged());
    }

    /** The number after the last numbered part in front of the tags. */
    public int firstTagged() {
        int number = 0;
        while (number <= HIGHEST && !(parts.getFieldPackager(number) instanceof TaggedFieldPackager)) {
            number++;
        }
        return number;
    }

    /** Finds a part by its tag as it is shown; a tag that the packager lists may lack its leading zeros. */
    private Optional<PartFormat> byTag(String step) {
        int length = tagLength();
        boolean isFront = step.length() < length && front(step).isPresent();
        String tag = StringUtils.leftPad(step, length, '0');
        if (isFront || tag.length() != length) {
            return Optional.empty();
        }
        Optional<String> listed =
                tagged.keySet().stream().filter(tag::equalsIgnoreCase).findFirst();
        if (listed.isEmpty() && step.length() < length) {
            return Optional.empty();
        }
        String known = listed.orElse(tag);
        return Optional.ofNullable(packagerOf(known))
                .map(packager -> new PartFormat(firstTagged(), known, new TaggedPart(known, packager)));
    }

    private int tagLength() {
        return StringUtils.length(((TaggedSequencePackager) parts).getToken());
    }

    /** The field packager of a tag; null if there is none. */
    public ISOFieldPackager packagerOf(String tag) {
        return tagged.getOrDefault(tag, anyTag);
    }

    /** What the packager calls the part with a tag; empty if it has no name for it. */
    public String nameOf(String tag) {
        ISOFieldPackager packager = tagged.get(tag);
        return packager == null ? "" : StringUtils.defaultString(packager.getDescription());
    }

    /** The field packager that reads a part; null if the inner packager reads it itself. */
    public ISOFieldPackager reader(ISOComponent part) {
        if (part instanceof ISOTaggedField tagged && isTaggedSequence()) {
            return packagerOf(tagged.getTag());
        }
        int number = (Integer) part.getFieldNumber();
        return number == BITMAP ? bitmapPackager() : parts.getFieldPackager(number);
    }

    /** Whether a bitmap tells which parts are there. */
    public boolean hasBitmap() {
        return Boolean.TRUE.equals(asked("emitBitMap"));
    }

    /** The packager of the parts' bitmap; null if there is none. */
    public ISOFieldPackager bitmapPackager() {
        return (ISOFieldPackager) asked("getBitMapfieldPackager");
    }

    /** The packager of the tags of a tagged sequence; null for any other element. */
    public ISOFieldPackager tagPackager() {
        return isTaggedSequence() ? (ISOFieldPackager) asked("getTagPackager") : null;
    }

    /** jPOS has no public methods to ask for these. */
    private Object asked(String method) {
        try {
            return MethodUtils.invokeMethod(parts, true, method);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            return null;
        }
    }

    /** The parts that the packager names one by one: those with numbers, then those with tags. */
    public List<PartFormat> listed() {
        List<PartFormat> listed = new ArrayList<>();
        int end = isTaggedSequence() ? firstTagged() : HIGHEST + 1;
        for (int number = 0; number < end; number++) {
            if (holdsValue(parts.getFieldPackager(number))) {
                listed.add(new PartFormat(number, null, parts.getFieldPackager(number)));
            }
        }
        tagged.forEach((tag, packager) -> listed.add(new PartFormat(firstTagged(), tag, packager)));
        return listed;
    }

    private static boolean holdsValue(ISOFieldPackager part) {
        return part != null
                && !(part instanceof ISOBitMapPackager)
                && !(part instanceof IF_NOP)
                && !(part instanceof IF_UNUSED);
    }

    /** Lists the parts that there are, as the end of a sentence about one that is missing. */
    public String known() {
        List<String> known = listed().stream().map(PartFormat::step).collect(Collectors.toCollection(ArrayList::new));
        if (anyTag != null) {
            known.add("any other tag of " + Plural.of(tagLength(), "character"));
        }
        return known.isEmpty() ? "it has none" : "it has " + String.join(", ", known);
    }

    /**
     * The bytes of an element's parts, as they were sent.
     *
     * @param bytes from {@code at}, the element with its length prefix; not written into
     */
    public byte[] content(int number, byte[] bytes, int at) throws ISOException {
        ISOBinaryField read = new ISOBinaryField(number);
        composite.getISOFieldPackager().unpack(read, bytes.clone(), at);
        return read.getBytes();
    }

    /** Packs the parts' bytes as the element, length prefix included. */
    public byte[] wrapped(int number, byte[] content) throws ISOException {
        return composite.getISOFieldPackager().pack(new ISOBinaryField(number, content));
    }

    /** Reads the parts; does not write into the bytes. */
    public ISOMsg read(int number, byte[] content) throws ISOException {
        ISOMsg whole = (ISOMsg) composite.createComponent(number);
        parts.unpack(whole, content.clone());
        return whole;
    }

    /** Packs one part alone. */
    public byte[] alone(ISOComponent part) throws ISOException {
        ISOMsg whole = (ISOMsg) composite.createComponent(0);
        whole.set(part);
        return parts.pack(whole);
    }
}
