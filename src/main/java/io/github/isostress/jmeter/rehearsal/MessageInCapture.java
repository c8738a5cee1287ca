package io.github.isostress.jmeter.rehearsal;

import io.github.isostress.draft.capture.CapturedBytes.Packet;
import io.github.isostress.draft.capture.CapturedWay;
import io.github.isostress.words.Plural;
import java.util.HexFormat;

/**
 * A message of a capture.
 *
 * @param packet in which it begins
 * @param way who sent it to whom
 * @param mti empty if the packager cannot read it
 * @param bytes without framing
 */
public record MessageInCapture(Packet packet, CapturedWay way, String mti, byte[] bytes) {
    /** As hex digits. */
    public String hex() {
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }

    /** Nothing of the message, which may hold a card number. */
    @Override
    public String toString() {
        return "a message of " + Plural.of(bytes.length, "byte") + " in packet " + packet.number();
    }
}
