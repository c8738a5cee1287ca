package io.github.isostress.exchange;

import io.github.isostress.message.ElementPath;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.decode.RememberedElement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;

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
        boolean removed = group(request).remove(request);
        if (removed) {
            size--;
        }
        return removed;
    }

    /** The request that the message answers, or null. */
    R answeredBy(DecodedMessage message) {
        if (size == 0) {
            return null;
        }
        R found = withKeysOf(message, request -> request.awaited().is(message));
        // A key may be the same value in other bytes, which the hash cannot tell.
        return found == null ? first(request -> request.awaited().is(message)) : found;
    }

    /** A request whose keys are in the message, whatever its MTI; or null. */
    R withKeysIn(DecodedMessage message) {
        return size == 0
                ? null
                : withKeysOf(message, request -> request.awaited().keysAreIn(message));
    }

    private R withKeysOf(DecodedMessage message, Predicate<R> wanted) {
        for (Group group : groups) {
            OptionalInt hash = group.hashIn(message);
            R found = hash.isEmpty() ? null : group.find(hash.getAsInt(), wanted);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private R first(Predicate<R> wanted) {
        for (Group group : groups) {
            R found = group.first(wanted);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /**
     * Whether one message could answer one of these and that request, too: it cannot if a key element that both have
     * differs, or if no MTI answers both.
     */
    boolean mayBeConfusedWith(KeyedRequest other) {
        if (size == 0) {
            return false;
        }
        AwaitedAnswer awaited = other.awaited();
        for (Group group : groups) {
            Predicate<R> confused = request -> request.awaited().mayBeConfusedWith(awaited);
            R found = other.hasKeysAt(group.paths) ? group.find(other.keyHash(), confused) : group.first(confused);
            if (found != null) {
                return true;
            }
        }
        return false;
    }

    /** Takes all out. */
    List<R> takeAll() {
        List<R> all = new ArrayList<>(size);
        for (Group group : groups) {
            group.first(request -> {
                all.add(request);
                return false;
            });
        }
        groups.clear();
        size = 0;
        return all;
    }

    private Group group(R request) {
        for (Group group : groups) {
            if (request.hasKeysAt(group.paths)) {
                return group;
            }
        }
        Group group = new Group(request.awaited().paths());
        groups.add(group);
        return group;
    }

    /** A hash table of the requests with these elements for keys. */
    private final class Group {
        private static final int SMALLEST = 16;

        private final List<ElementPath> paths;
        private KeyedRequest[] places = new KeyedRequest[SMALLEST];
        private int held;

        Group(List<ElementPath> paths) {
            this.paths = paths;
        }

        OptionalInt hashIn(DecodedMessage message) {
            if (held == 0) {
                return OptionalInt.empty();
            }
            int hash = AwaitedAnswer.FIRST_HASH;
            for (int i = 0; i < paths.size(); i++) {
                OptionalInt key = RememberedElement.hashIn(message, paths.get(i));
                if (key.isEmpty()) {
                    return OptionalInt.empty();
                }
                hash = AwaitedAnswer.nextHash(hash, key.getAsInt());
            }
            return OptionalInt.of(hash);
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

        boolean remove(R wanted) {
            int place = place(wanted.keyHash());
            KeyedRequest before = null;
            for (KeyedRequest request = places[place]; request != null; request = request.nextInPlace) {
                if (request == wanted) {
                    if (before == null) {
                        places[place] = request.nextInPlace;
                    } else {
                        before.nextInPlace = request.nextInPlace;
                    }
                    request.nextInPlace = null;
                    held--;
                    return true;
                }
                before = request;
            }
            return false;
        }

        R find(int hash, Predicate<R> wanted) {
            return found(places[place(hash)], request -> request.keyHash() == hash && wanted.test(request));
        }

        R first(Predicate<R> wanted) {
            for (KeyedRequest place : places) {
                R found = held == 0 ? null : found(place, wanted);
                if (found != null) {
                    return found;
                }
            }
            return null;
        }

        @SuppressWarnings("unchecked") // Only such are added.
        private R found(KeyedRequest place, Predicate<R> wanted) {
            for (KeyedRequest request = place; request != null; request = request.nextInPlace) {
                if (wanted.test((R) request)) {
                    return (R) request;
                }
            }
            return null;
        }
    }
}
