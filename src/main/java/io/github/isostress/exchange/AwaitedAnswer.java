package io.github.isostress.exchange;

import io.github.isostress.message.ElementPath;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.decode.RememberedElement;
import io.github.isostress.words.Plural;
import java.util.ArrayList;
import java.util.List;

/**
 * What the answer to one request must carry. It holds values unmasked, so it is never shown. Immutable and thread-safe.
 *
 * @param requestMti the request's MTI
 * @param keys the key elements that the request has
 */
record AwaitedAnswer(String requestMti, List<RememberedElement> keys) {
    /** The hash of no keys. */
    static final int FIRST_HASH = 1;

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

    /**
     * Whether one message could be both this answer and that one: it cannot if a key element that both have differs, or
     * if no MTI answers both requests.
     */
    boolean mayBeConfusedWith(AwaitedAnswer other) {
        if (!ResponseMti.haveAnAnswerInCommon(requestMti, other.requestMti)) {
            return false;
        }
        for (RememberedElement key : keys) {
            for (RememberedElement that : other.keys) {
                if (key.path().equals(that.path()) && !key.equals(that)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** A hash of the content of its keys, in their order. */
    int keyHash() {
        int hash = FIRST_HASH;
        for (int i = 0; i < keys.size(); i++) {
            hash = nextHash(hash, keys.get(i).contentHash());
        }
        return hash;
    }

    /** A hash of the values of its keys, in their order. */
    int valueHash() {
        int hash = FIRST_HASH;
        for (int i = 0; i < keys.size(); i++) {
            hash = nextHash(hash, keys.get(i).valueHash());
        }
        return hash;
    }

    /** The hash of some keys and one more. */
    static int nextHash(int hash, int contentHash) {
        return 31 * hash + contentHash;
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
        return "the answer to MTI " + requestMti + " with " + Plural.of(keys.size(), "key");
    }
}
