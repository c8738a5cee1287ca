package io.github.isostress.exchange;

import io.github.isostress.message.ElementPath;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.decode.RememberedElement;
import java.util.ArrayList;
import java.util.List;

/**
 * What the answer to one request must carry. It holds values unmasked, so it is never shown. Immutable and thread-safe.
 *
 * @param requestMti the request's MTI
 * @param keys the key elements that the request has
 */
record AwaitedAnswer(String requestMti, List<RememberedElement> keys) {
    /** The answer to this request. A key element that the request does not have is not compared. */
    static AwaitedAnswer to(DecodedMessage request, List<ElementPath> keyElements) {
        List<RememberedElement> keys = new ArrayList<>(keyElements.size());
        for (ElementPath path : keyElements) {
            RememberedElement.of(request, path).ifPresent(keys::add);
        }
        return new AwaitedAnswer(request.mti(), keys);
    }

    boolean is(DecodedMessage message) {
        return ResponseMti.answers(requestMti, message.mti()) && keysAreIn(message);
    }

    /** Whether the message has every key element with the request's value. */
    boolean keysAreIn(DecodedMessage message) {
        for (RememberedElement key : keys) {
            if (!key.isIn(message)) {
                return false;
            }
        }
        return true;
    }

    /** Whether more than the MTI tells the answer from others. */
    boolean hasKeys() {
        return !keys.isEmpty();
    }

    /** The elements that are its keys, in the order of the keys. */
    List<ElementPath> paths() {
        return keys.stream().map(RememberedElement::path).toList();
    }

    /** Those of its keys that are these elements, in the order of the elements. */
    List<RememberedElement> keysAt(List<ElementPath> paths) {
        List<RememberedElement> found = new ArrayList<>(paths.size());
        for (ElementPath path : paths) {
            for (RememberedElement key : keys) {
                if (key.path().equals(path)) {
                    found.add(key);
                    break;
                }
            }
        }
        return found;
    }

    /** The type and the number of keys only: a key may be a card number. */
    @Override
    public String toString() {
        return "the answer to MTI " + requestMti + " with " + keys.size() + " keys";
    }
}
