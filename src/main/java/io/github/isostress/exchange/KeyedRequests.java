package io.github.isostress.exchange;

import io.github.isostress.message.ElementPath;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.decode.RememberedElement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;

/**
 * Requests of one connection, found by a hash of the keys that their answers carry, and compared as strictly as one by
 * one. Adding, finding and removing one allocates nothing and takes the same time among thousands. Used by one thread
 * at a time.
 *
 * @param <R> what is kept of each request; each has keys
 */
final class KeyedRequests<R extends KeyedRequest> {
    /** One for each list of key elements; all requests of one sampler mostly are in one. */
    private final List<Group> groups = new ArrayList<>(1);

    private int size;

    int size() {
        return size;
    }

    /** Adds a request; of several that one message answers, the one added last is found first. */
    void add(R request) {
        group(request).add(request);
        size++;
    }

    /** Takes a request out; returns whether it was here. */
    boolean remove(R request) {
        KeyedRequests<?>.Group group = request.heldBy;
        if (group == null || !group.isOf(this)) {
            return false;
        }
        group.remove(request);
        size--;
        return true;
    }

    /** The request that the message answers, or null. */
    R answeredBy(DecodedMessage message) {
        if (size == 0) {
            return null;
        }
        R found = withKeysOf(message, AwaitedAnswer::is);
        return found == null ? withValuesOf(message) : found;
    }

    /** A key may be the same value in other bytes. All are walked through, but only hashes are compared. */
    private R withValuesOf(DecodedMessage message) {
        for (Group group : groups) {
            OptionalInt hash = group.hash(message, RememberedElement::valueHashIn);
            R found = hash.isEmpty()
                    ? null
                    : group.first(
                            (awaited, that) -> awaited.valueHash() == hash.getAsInt() && awaited.is(that), message);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** A request whose keys are in the message, whatever its MTI; or null. */
    R withKeysIn(DecodedMessage message) {
        return size == 0 ? null : withKeysOf(message, AwaitedAnswer::keysAreIn);
    }

    private R withKeysOf(DecodedMessage message, BiPredicate<AwaitedAnswer, DecodedMessage> wanted) {
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            OptionalInt hash = group.hash(message, RememberedElement::hashIn);
            R found = hash.isEmpty() ? null : group.find(hash.getAsInt(), wanted, message);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /**
     * Whether one message could answer one of these and that request, too: it cannot if a key element that both have
     * differs, or if no MTI answers both. If both have the same key elements, equal values in other bytes differ.
     */
    boolean mayBeConfusedWith(KeyedRequest other) {
        if (size == 0) {
            return false;
        }
        AwaitedAnswer awaited = other.awaited();
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            R found = other.hasKeysAt(group.paths)
                    ? group.find(other.keyHash(), AwaitedAnswer::mayBeConfusedWith, awaited)
                    : group.first(AwaitedAnswer::mayBeConfusedWith, awaited);
            if (found != null) {
                return true;
            }
        }
        return false;
    }

    /** Takes all out. */
    List<R> takeAll() {
        List<R> all = new ArrayList<>(size);
        groups.forEach(group -> group.takeInto(all));
        groups.clear();
        size = 0;
        return all;
    }

    private Group group(R request) {
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            if (request.hasKeysAt(group.paths)) {
                return group;
            }
        }
        Group group = new Group(request.awaited().paths());
        groups.add(group);
        return group;
    }

    /** A hash table of the requests with these elements for keys. */
    final class Group {
        private static final int SMALLEST = 16;

        private final List<ElementPath> paths;
        private KeyedRequest[] places = new KeyedRequest[SMALLEST];
        private int held;

        private Group(List<ElementPath> paths) {
            this.paths = paths;
        }

        private boolean isOf(KeyedRequests<?> requests) {
            return KeyedRequests.this == requests;
        }

        OptionalInt hash(DecodedMessage message, BiFunction<DecodedMessage, ElementPath, OptionalInt> contentHash) {
            int hash = AwaitedAnswer.FIRST_HASH;
            for (int i = 0; held > 0 && i < paths.size(); i++) {
                OptionalInt key = contentHash.apply(message, paths.get(i));
                if (key.isEmpty()) {
                    return key;
                }
                hash = AwaitedAnswer.nextHash(hash, key.getAsInt());
            }
            return held == 0 ? OptionalInt.empty() : OptionalInt.of(hash);
        }

        private int place(int hash) {
            int spread = hash * 0x9E3779B9;
            return spread >>> Integer.numberOfLeadingZeros(places.length) + 1;
        }

        void add(R request) {
            if (held == places.length) {
                grow();
            }
            held++;
            request.heldBy = this;
            put(request);
        }

        private void put(KeyedRequest request) {
            int place = place(request.keyHash());
            request.nextInPlace = places[place];
            places[place] = request;
        }

        private void grow() {
            KeyedRequest[] before = places;
            places = new KeyedRequest[2 * before.length];
            for (KeyedRequest each : before) {
                // Turned round first, so that the newest stays in front.
                KeyedRequest oldest = null;
                for (KeyedRequest request = each; request != null; ) {
                    KeyedRequest next = request.nextInPlace;
                    request.nextInPlace = oldest;
                    oldest = request;
                    request = next;
                }
                while (oldest != null) {
                    KeyedRequest next = oldest.nextInPlace;
                    put(oldest);
                    oldest = next;
                }
            }
        }

        private void remove(KeyedRequest request) {
            int place = place(request.keyHash());
            if (places[place] == request) {
                places[place] = request.nextInPlace;
            } else {
                KeyedRequest before = places[place];
                while (before.nextInPlace != request) {
                    before = before.nextInPlace;
                }
                before.nextInPlace = request.nextInPlace;
            }
            request.nextInPlace = null;
            request.heldBy = null;
            held--;
        }

        <T> R find(int hash, BiPredicate<AwaitedAnswer, T> wanted, T what) {
            for (KeyedRequest request = places[place(hash)]; request != null; request = request.nextInPlace) {
                if (request.keyHash() == hash && wanted.test(request.awaited(), what)) {
                    return own(request);
                }
            }
            return null;
        }

        <T> R first(BiPredicate<AwaitedAnswer, T> wanted, T what) {
            for (int i = 0; i < places.length && held > 0; i++) {
                for (KeyedRequest request = places[i]; request != null; request = request.nextInPlace) {
                    if (wanted.test(request.awaited(), what)) {
                        return own(request);
                    }
                }
            }
            return null;
        }

        void takeInto(List<R> all) {
            for (KeyedRequest place : places) {
                for (KeyedRequest request = place; request != null; request = request.nextInPlace) {
                    request.heldBy = null;
                    all.add(own(request));
                }
            }
        }

        @SuppressWarnings("unchecked") // Only such are added.
        private R own(KeyedRequest request) {
            return (R) request;
        }
    }
}
