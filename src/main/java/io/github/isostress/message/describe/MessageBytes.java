package io.github.isostress.message.describe;

import io.github.isostress.message.ByteSpan;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.masking.Masking;
import io.github.isostress.words.Plural;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.Optional;

/** A message as bytes, of which any part can be compared, and shown as far as it may be. Not to be changed. */
public final class MessageBytes {
    private final byte[] frame;
    private final int start;
    private final int length;
    private final MessageDescriber describer;
    /** Null if no packager has read it. */
    private final DecodedMessage decoded;

    private MessageBytes(byte[] frame, int start, int length, MessageDescriber describer, DecodedMessage decoded) {
        this.frame = frame;
        this.start = start;
        this.length = length;
        this.describer = describer;
        this.decoded = decoded;
    }

    /**
     * Of a message that no packager has read.
     *
     * @param frame the wire bytes, not copied
     * @param start the offset of the message in them
     * @param length how many bytes the message has
     * @param describer knows what of it is secret
     */
    public static MessageBytes unread(byte[] frame, int start, int length, MessageDescriber describer) {
        return new MessageBytes(frame, start, length, describer, null);
    }

    /** Of a message that a packager has read. */
    public static MessageBytes of(DecodedMessage message) {
        byte[] bytes = message.bytes();
        return new MessageBytes(bytes, 0, bytes.length, MessageDescriber.RAW, message);
    }

    /** The bytes there as upper-case hex digits; empty if the message does not have all of them. */
    public Optional<String> hex(ByteSpan span) {
        return span.isIn(length)
                ? Optional.of(HexFormat.of().withUpperCase().formatHex(frame, start + span.first(), endOf(span)))
                : Optional.empty();
    }

    /** As {@link #hex}, with asterisks for what is hidden. */
    public Optional<String> shown(ByteSpan span) {
        return hex(span).map(hex -> Masking.hideBytes(hex, hidden().get(start + span.first(), endOf(span))));
    }

    private int endOf(ByteSpan span) {
        return start + span.endIn(length);
    }

    private BitSet hidden() {
        ShownBytes shown = decoded == null
                ? describer.unread(frame, start).bytes()
                : MessageDescriber.maskedBytes(frame, start, decoded);
        return shown.hidden();
    }

    /** How many bytes the message has. */
    public int length() {
        return length;
    }

    /** How long it is; no value, since any may be a secret. */
    @Override
    public String toString() {
        return "message of " + Plural.of(length, "byte");
    }
}
