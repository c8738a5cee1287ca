package io.github.isostress.message.describe;

import io.github.isostress.message.ElementIndex;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.masking.CardNumbers;
import io.github.isostress.message.masking.Masking;
import java.util.BitSet;
import org.jpos.iso.ISOException;

/**
 * Whether a message's elements may be others than the packager takes them for, as after a damaged bitmap: bytes are
 * left over, there are letters where digits belong, or a card number where amounts and times belong. Stateless.
 */
public final class AmbiguousMessage {
    private AmbiguousMessage() {}

    public static boolean isIn(DecodedMessage message) {
        if (message.trailingBytes() > 0) {
            return true;
        }
        ElementIndex found = message.found();
        for (int at = 0; at < found.count(); at++) {
            if (found.isDataElement(at) && isMisfit(message.packager(), found, at)) {
                return true;
            }
        }
        return hasStrayCardNumber(message, found);
    }

    private static boolean isMisfit(IsoPackager packager, ElementIndex found, int at) {
        int element = found.number(at);
        if (packager.masking().mayHoldAnything(element)) {
            return false;
        }
        try {
            String known = found.text(at);
            Object value = known == null ? found.component(at).getValue() : known;
            return value instanceof String text && !packager.masking().mayHold(element, text);
        } catch (ISOException e) {
            return true;
        }
    }

    private static boolean hasStrayCardNumber(DecodedMessage message, ElementIndex found) {
        BitSet numbers = CardNumbers.marked(message.bytes());
        for (int at = 0; at < found.count() && !numbers.isEmpty(); at++) {
            int next = numbers.nextSetBit(found.start(at));
            if (next >= 0
                    && next < found.end(at)
                    && isUnsearched(message.packager().masking().byForm(found.number(at)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUnsearched(Masking rule) {
        return rule.ifAmbiguous() != rule;
    }
}
