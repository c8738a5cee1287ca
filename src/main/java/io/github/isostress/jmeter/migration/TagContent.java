package io.github.isostress.jmeter.migration;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;
import org.jpos.emv.EMVStandardTagType;
import org.jpos.emv.UnknownTagNumberException;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOField;
import org.jpos.iso.ISOFieldPackager;
import org.jpos.iso.ISOMsg;
import org.jpos.tlv.ISOTaggedField;
import org.jpos.tlv.packager.bertlv.BERTLVBinaryPackager;

/**
 * What the content of a tag means. The old plugin took hex digits for tags of binary form alone, and characters or
 * digits for the others, each as EMV Book 3, annex A has it. Our templates take the hex digits of the bytes for all tags.
 * Stateless and thread-safe.
 */
final class TagContent {
    private TagContent() {}

    /** Whether the content was characters, which are sent one byte each. */
    static boolean isText(String tag) {
        return format(tag)
                .map(Enum::name)
                .filter(name -> name.startsWith("ASCII_"))
                .isPresent();
    }

    /** Whether the content was decimal digits. */
    private static boolean isNumeric(String tag) {
        return format(tag)
                .map(Enum::name)
                .filter(name -> name.contains("NUMERIC"))
                .isPresent();
    }

    private static Optional<Enum<?>> format(String tag) {
        try {
            return Optional.of(EMVStandardTagType.forHexCode(tag).getFormat());
        } catch (UnknownTagNumberException e) {
            return Optional.empty();
        }
    }

    /**
     * The hex digits of the bytes that were sent for a content without expressions.
     *
     * @return empty if the old plugin could not send it
     */
    static Optional<String> hex(String tag, String content) {
        if (!isText(tag) && !isNumeric(tag)) {
            return Optional.of(content.length() % 2 == 0 ? content : "0" + content);
        }
        try {
            ISOMsg holder = new ISOMsg(0);
            holder.set(new ISOTaggedField(tag, new ISOField(1, content)));
            BERTLVBinaryPackager packager = new BERTLVBinaryPackager();
            packager.setFieldPackager(new ISOFieldPackager[2]);
            ByteBuffer object = ByteBuffer.wrap(packager.pack(holder));
            object.position(tag.length() / 2 + 1);
            byte[] value = new byte[object.remaining()];
            object.get(value);
            return Optional.of(HexFormat.of().withUpperCase().formatHex(value));
        } catch (ISOException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
