package io.github.isostress.draft;

import io.github.isostress.draft.MessageImport.FrameStripping;
import io.github.isostress.failure.FailureException;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.decode.MessageDecoder;
import io.github.isostress.words.Plural;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A message in the bytes of a dump.
 *
 * @param bytes the message
 * @param note says what of the dump is left out, as a comment line of a template; may be empty
 */
record DumpedMessage(byte[] bytes, String note) {
    private static final Pattern MTI = Pattern.compile("\\d{4}");

    /**
     * The possible messages, the likeliest first. A message that fits its frame's length and headers comes before the
     * whole dump: it is unlikely that these fit by chance.
     *
     * @param dumps the possible contents of the dump, the likeliest first
     */
    static List<DumpedMessage> candidates(List<byte[]> dumps, FrameStripping frame) {
        List<DumpedMessage> found = new ArrayList<>();
        for (byte[] dump : dumps) {
            if (dump.length == 0) {
                continue;
            }
            PacketHeaders.payload(dump).ifPresent(payload -> addStripped(found, dump, payload, frame));
            addStripped(found, dump, dump, frame);
        }
        return found;
    }

    private static void addStripped(List<DumpedMessage> found, byte[] dump, byte[] framed, FrameStripping frame) {
        byte[] message = frame.strip(framed.clone());
        if (message != null && message.length > 0 && message.length < framed.length) {
            found.add(new DumpedMessage(message, note(dump, message)));
        }
        found.add(new DumpedMessage(framed, note(dump, framed)));
    }

    private static String note(byte[] dump, byte[] message) {
        if (dump.length == message.length) {
            return "";
        }
        int front = indexOf(dump, message);
        int behind = dump.length - message.length - front;
        return "# Left out of the dump: " + Plural.of(front, "byte") + " in front of the message"
                + (behind == 0 ? "" : ", " + Plural.of(behind, "byte") + " behind it") + "\n";
    }

    private static int indexOf(byte[] dump, byte[] message) {
        for (int at = dump.length - message.length; at > 0; at--) {
            if (Arrays.equals(dump, at, at + message.length, message, 0, message.length)) {
                return at;
            }
        }
        return 0;
    }

    /**
     * The template of the first candidate that the packager can read.
     *
     * @throws IllegalArgumentException if it can read none; says why not the likeliest
     */
    static String template(List<DumpedMessage> candidates, IsoPackager packager) {
        String reason = null;
        for (DumpedMessage candidate : candidates) {
            try {
                DecodedMessage message = new MessageDecoder(packager).decode(candidate.bytes);
                Optional<String> refusal = refusal(message);
                if (refusal.isEmpty()) {
                    return candidate.note + new TemplateWriter(candidate.bytes, message).text();
                }
                reason = reason == null ? refusal.get() : reason;
            } catch (FailureException e) {
                reason = reason == null ? e.getMessage() : reason;
            }
        }
        throw new IllegalArgumentException(reason);
    }

    private static Optional<String> refusal(DecodedMessage message) {
        String packager = message.packager().name();
        if (message.trailingBytes() > 0) {
            return Optional.of(Plural.of(message.trailingBytes(), "byte follows", "bytes follow")
                    + " the last element; is " + packager + " the right packager?");
        }
        boolean mti = message.ranges().stream().anyMatch(range -> range.element() == 0);
        return mti && !MTI.matcher(message.mti()).matches()
                ? Optional.of("the message does not begin with four digits, the MTI; is " + packager
                        + " the right packager, and the framing the right one?")
                : Optional.empty();
    }
}
