package io.github.isostress.exchange;

import io.github.isostress.message.ElementPath;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.decode.RememberedElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds, among the requests whose answers may still come, the one that a message answers, as quickly among thousands as
 * among a few. A request is forgotten some time after its timeout; where there are too many, the oldest is. Used by one
 * thread at a time.
 */
final class UnansweredRequests {
    private final int most;
    private final Set<SentRequest> requests = new LinkedHashSet<>(0);
    /** By the elements that are their keys; all requests of one sampler mostly are in one group. */
    private final Map<List<ElementPath>, Group> groups = new HashMap<>(0);

    /**
     * Begins with none.
     *
     * @param most how many are remembered, at least 1
     */
    UnansweredRequests(int most) {
        this.most = most;
    }

    /** Whether there is none; one that is to be forgotten counts still. */
    boolean isEmpty() {
        return requests.isEmpty();
    }

    boolean isEmpty(long nowNanos) {
        forgetOld(nowNanos);
        return requests.isEmpty();
    }

    void add(SentRequest request, long nowNanos) {
        forgetOld(nowNanos);
        if (requests.size() == most) {
            remove(requests.iterator().next());
        }
        requests.add(request);
        groups.computeIfAbsent(request.awaited().paths(), Group::new).add(request);
    }

    /** Takes out the oldest request that the message answers. */
    Optional<SentRequest> takeAnsweredBy(DecodedMessage message, long nowNanos) {
        forgetOld(nowNanos);
        for (Group group : groups.values()) {
            Optional<SentRequest> found = group.answeredBy(message);
            if (found.isPresent()) {
                remove(found.get());
                return found;
            }
        }
        return Optional.empty();
    }

    /**
     * Whether one message could be the answer to one of these and to that request, too: it cannot if a key element that
     * both have differs, or if no MTI answers both.
     */
    boolean mayBeConfusedWith(AwaitedAnswer awaited, long nowNanos) {
        forgetOld(nowNanos);
        for (Group group : groups.values()) {
            if (group.mayBeConfusedWith(awaited)) {
                return true;
            }
        }
        return false;
    }

    private void forgetOld(long nowNanos) {
        while (!requests.isEmpty()) {
            SentRequest oldest = requests.iterator().next();
            if (oldest.rememberedUntilNanos() - nowNanos > 0) {
                return;
            }
            remove(oldest);
        }
    }

    private void remove(SentRequest request) {
        requests.remove(request);
        groups.get(request.awaited().paths()).remove(request);
    }

    /** What tells a request from others of its group: its MTI, and the values of some or all of its keys. */
    private record Fingerprint(String mti, List<RememberedElement> keys) {}

    /** Requests with these elements for keys. */
    private final class Group {
        private final List<ElementPath> paths;
        /** By the elements of their fingerprints: all keys, or those that requests of another group have, too. */
        private final Map<List<ElementPath>, Map<Fingerprint, List<SentRequest>>> indexes = new HashMap<>(2);

        Group(List<ElementPath> paths) {
            this.paths = paths;
            indexes.put(paths, new HashMap<>());
        }

        void add(SentRequest request) {
            indexes.forEach((elements, index) -> add(request, elements, index));
        }

        private void add(SentRequest request, List<ElementPath> elements, Map<Fingerprint, List<SentRequest>> index) {
            index.computeIfAbsent(fingerprint(request, elements), fingerprint -> new ArrayList<>(1))
                    .add(request);
        }

        private Fingerprint fingerprint(SentRequest request, List<ElementPath> elements) {
            return new Fingerprint(
                    request.awaited().requestMti(), request.awaited().keysAt(elements));
        }

        void remove(SentRequest request) {
            indexes.forEach((elements, index) -> {
                Fingerprint fingerprint = fingerprint(request, elements);
                List<SentRequest> same = index.get(fingerprint);
                same.remove(request);
                if (same.isEmpty()) {
                    index.remove(fingerprint);
                }
            });
        }

        Optional<SentRequest> answeredBy(DecodedMessage message) {
            List<RememberedElement> keys = new ArrayList<>(paths.size());
            for (ElementPath path : paths) {
                Optional<RememberedElement> key = RememberedElement.of(message, path);
                if (key.isEmpty()) {
                    return Optional.empty();
                }
                keys.add(key.get());
            }
            return find(indexes.get(paths), ResponseMti.requestsAnsweredBy(message.mti()), keys);
        }

        boolean mayBeConfusedWith(AwaitedAnswer awaited) {
            List<RememberedElement> keys = awaited.keysAt(paths);
            List<ElementPath> elements =
                    keys.stream().map(RememberedElement::path).toList();
            return find(index(elements), ResponseMti.requestsWithAnAnswerOf(awaited.requestMti()), keys)
                    .isPresent();
        }

        private Map<Fingerprint, List<SentRequest>> index(List<ElementPath> elements) {
            Map<Fingerprint, List<SentRequest>> known = indexes.get(elements);
            if (known != null) {
                return known;
            }
            Map<Fingerprint, List<SentRequest>> made = new HashMap<>();
            for (SentRequest request : requests) {
                if (request.awaited().paths().equals(paths)) {
                    add(request, elements, made);
                }
            }
            indexes.put(elements, made);
            return made;
        }

        private static Optional<SentRequest> find(
                Map<Fingerprint, List<SentRequest>> index, List<String> mtis, List<RememberedElement> keys) {
            for (String mti : mtis) {
                List<SentRequest> same = index.get(new Fingerprint(mti, keys));
                if (same != null) {
                    return Optional.of(same.get(0));
                }
            }
            return Optional.empty();
        }
    }
}
