package io.github.isostress.message.template;

import io.github.isostress.crypto.key.Keys;
import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.message.ElementRange;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.seal.DecodedInputs;
import io.github.isostress.words.Plural;
import java.util.List;
import java.util.Optional;

/**
 * A message that a template has given: its bytes, and where each element stands among them, which is worked out when it
 * is asked for. Not to be changed but in the places that a template keeps free. For one thread at a time.
 */
public final class FilledMessage {
    private static final byte[][] NONE = {};

    private final DecodedMessage captured;
    private final String[] values;
    private final byte[][] packed;
    private final Sealing sealing;
    private MessageLayout layout;
    private byte[] bytes;

    /**
     * A message that is still to be laid out.
     *
     * @param captured the captured message that it starts from, or null
     * @param values what the variable values gave, in the order of the lines
     * @param packedCount how many variable elements are packed by their field packagers
     * @param sealing computes its values that come from formulas; null if there are none
     */
    FilledMessage(DecodedMessage captured, String[] values, int packedCount, Sealing sealing) {
        this.captured = captured;
        this.values = values;
        this.packed = packedCount == 0 ? NONE : new byte[packedCount][];
        this.sealing = sealing;
        if (sealing != null) {
            sealing.computeValues(this);
        }
    }

    /** A message of which only the bytes are known. */
    FilledMessage(byte[] bytes) {
        this(null, null, 0, null);
        this.bytes = bytes;
    }

    DecodedMessage captured() {
        return captured;
    }

    String[] values() {
        return values;
    }

    /** Room for the elements that field packagers pack; null for one that is left out. */
    byte[][] packed() {
        return packed;
    }

    FilledMessage laidOut(MessageLayout chosen) {
        layout = chosen;
        bytes = chosen.bytes(this);
        if (sealing != null) {
            sealing.computeOverBytes();
        }
        return this;
    }

    /** This message before its values are computed, which {@code other} does then. */
    FilledMessage unsealed(Sealing other) {
        return new FilledMessage(captured, values.clone(), packed.length, other);
    }

    /**
     * The same message with what follows from these keys: itself if nothing in it is computed, or if it has these keys.
     *
     * @throws FailureException {@link Failure#TEMPLATE_ERROR}, as {@link MessageTemplate#fill}
     */
    public FilledMessage under(Keys keys) throws FailureException {
        return sealing == null ? this : ElementTemplate.attempt(() -> sealing.under(keys));
    }

    /**
     * Writes what follows from the bytes of a whole message into another message that has this one's elements and more.
     *
     * @param whole is changed in the places of these elements
     * @throws FailureException {@link Failure#TEMPLATE_ERROR}, as {@link MessageTemplate#fill}
     */
    public void sealInto(DecodedMessage whole) throws FailureException {
        if (sealing != null) {
            ElementTemplate.attempt(() -> {
                sealing.computeOver(new DecodedInputs(
                        sealing.context(), whole, sealing.context().request()));
                return this;
            });
        }
    }

    /** The keys in force as its values were computed; empty if none was. */
    public Optional<Keys> keys() {
        return Optional.ofNullable(sealing).map(Sealing::keys);
    }

    /** Its values that come from formulas, in the order in which they were computed. */
    public List<ComputedValue> computed() {
        return sealing == null ? List.of() : sealing.computed();
    }

    /** The message without framing, the caller's to keep. */
    public byte[] bytes() {
        return bytes;
    }

    /**
     * Where the MTI, the bitmap and each data element stand, in the order of the bytes: what a header takes stands
     * before the first.
     *
     * @return empty for a captured message that is sent as it is
     */
    public List<ElementRange> ranges() {
        return layout == null ? List.of() : layout.ranges(this);
    }

    /** Where an element stands, see {@link #ranges}; 0 for the MTI. */
    public Optional<ElementRange> range(int element) {
        return ranges().stream().filter(range -> range.element() == element).findFirst();
    }

    /**
     * The message as {@code packager} reads it, without reading it.
     *
     * @return empty if that is not known: no such message was read back, its MTI may change, it is a captured message,
     *     another packager packed it, or an element's layout does not show where it ends
     */
    public Optional<DecodedMessage> decoded(IsoPackager packager) {
        return layout == null ? Optional.empty() : layout.decoded(bytes, packager);
    }

    /** How long the message is; no value, since any may be a secret. */
    @Override
    public String toString() {
        return "message of " + Plural.of(bytes.length, "byte");
    }
}
