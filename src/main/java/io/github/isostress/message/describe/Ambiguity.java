package io.github.isostress.message.describe;

import io.github.isostress.message.ElementIndex;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.masking.CardNumbers;
import io.github.isostress.message.masking.Masking;
import java.util.BitSet;
import org.jpos.iso.ISOException;

/**
 * Whether the bytes of a message may belong to other elements than the packager takes them for, as after a damaged
 * bitmap: bytes are left over, there are letters where digits belong, or a card number where amounts and times belong.
 */
final class Ambiguity {
    private Ambiguity() {}

    static boolean isIn(DecodedMessage message) {
        if (message.trailingBytes() > 0) {
            return true;
        }
        ElementIndex elements = message.index();
        for (int at = 0; at < elements.count(); at++) {
            if (elements.isDataElement(at) && isMisfit(message.packager(), elements, at)) {
                return true;
            }
        }
        return hasMisplacedCardNumber(message, elements);
    }

    private static boolean isMisfit(IsoPackager packager, ElementIndex elements, int at) {
        int element = elements.number(at);
        if (packager.masking().mayHoldAnything(element)) {
            return false;
        }
        try {
            String text = elements.text(at);
            Object value = text == null ? elements.component(at).getValue() : text;
            return value instanceof String read && !packager.masking().mayHold(element, read);
        } catch (ISOException e) {
            return true;
        }
    }

    private static boolean hasMisplacedCardNumber(DecodedMessage message, ElementIndex elements) {
        BitSet numbers = CardNumbers.marked(message.bytes());
        for (int at = 0; at < elements.count() && !numbers.isEmpty(); at++) {
            int next = numbers.nextSetBit(elements.start(at));
            if (next >= 0
                    && next < elements.end(at)
                    && isUnsearched(message.packager().masking().byForm(elements.number(at)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUnsearched(Masking rule) {
        return rule.ifAmbiguous() != rule;
    }
}
