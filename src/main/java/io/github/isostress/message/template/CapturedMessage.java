package io.github.isostress.message.template;

import io.github.isostress.failure.FailureException;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.decode.MessageDecoder;
import io.github.isostress.words.Plural;

/**
 * The captured message some of whose elements a template replaces.
 *
 * @param hex the message in digits, or null if the template starts from nothing
 * @param packager reads it
 * @param constant the message if it never changes, else null; also null if it cannot be read
 */
record CapturedMessage(CapturedHex hex, IsoPackager packager, DecodedMessage constant) {

    /** The message that {@code hex} gives; {@code hex} may be null. */
    static CapturedMessage of(CapturedHex hex, IsoPackager packager, TemplateProblems problems) {
        CapturedMessage changing = new CapturedMessage(hex, packager, null);
        return hex == null || hex.constant() == null
                ? changing
                : new CapturedMessage(
                        hex, packager, problems.attempt(changing::decode).orElse(null));
    }

    /** Whether the template starts from nothing. */
    boolean isNone() {
        return hex == null;
    }

    /** Whether its bytes may differ from message to message. */
    boolean changes() {
        return hex != null && constant == null;
    }

    /**
     * The message to start from, null if that is none.
     *
     * @throws BrokenRule if it cannot be read
     */
    DecodedMessage message() {
        return changes() ? decode() : constant;
    }

    private DecodedMessage decode() {
        DecodedMessage message;
        try {
            message = new MessageDecoder(packager).decode(hex.bytes());
        } catch (FailureException e) {
            throw new BrokenRule(hex.firstLine(), e.getMessage(), e);
        }
        if (message.trailingBytes() > 0) {
            throw new BrokenRule(
                    hex.firstLine(),
                    Plural.of(message.trailingBytes(), "byte follows", "bytes follow") + " the last element; is "
                            + packager.name() + " the right packager?");
        }
        return message;
    }
}
