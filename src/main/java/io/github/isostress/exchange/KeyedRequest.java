package io.github.isostress.exchange;

import io.github.isostress.message.ElementPath;
import io.github.isostress.message.decode.RememberedElement;
import java.util.List;

/** A request that is found by the keys of its answer among others, in one {@link KeyedRequests} at a time. */
abstract class KeyedRequest {
    private final AwaitedAnswer awaited;
    private final int keyHash;
    /** The table that holds it; null while none does. */
    KeyedRequests<?>.Group heldBy;
    /** The next one in the same place of that table. */
    KeyedRequest nextInPlace;

    KeyedRequest(AwaitedAnswer awaited) {
        this.awaited = awaited;
        this.keyHash = awaited == null ? 0 : awaited.keyHash();
    }

    /** What its answer must carry; null if that is not known. */
    final AwaitedAnswer awaited() {
        return awaited;
    }

    final int keyHash() {
        return keyHash;
    }

    /** Whether its keys are these elements, in this order. */
    final boolean hasKeysAt(List<ElementPath> paths) {
        List<RememberedElement> keys = awaited.keys();
        if (keys.size() != paths.size()) {
            return false;
        }
        for (int i = 0; i < keys.size(); i++) {
            if (!keys.get(i).path().equals(paths.get(i))) {
                return false;
            }
        }
        return true;
    }
}
