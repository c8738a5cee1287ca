package io.github.isostress.jmeter;

import io.github.isostress.jmeter.record.JtlColumns;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.decode.DecodedMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Joins the two sides of a test that stands on both sides of the tested system: a request that the test has sent is
 * found again when the test, as the issuer, answers it. Both have the same value of a key element. A request is known
 * here while its answer is awaited and no longer, which bounds the memory. Thread-safe; does nothing until a key is
 * named.
 */
public final class BothSides {
    private static final Logger LOG = LoggerFactory.getLogger(BothSides.class);

    private final List<ElementPath> keys = new CopyOnWriteArrayList<>();
    private final Map<Key, Passage> underWay = new ConcurrentHashMap<>();
    private final AtomicBoolean toldAmbiguity = new AtomicBoolean();

    /** A key element and its value. Never shown: it may be a card number. */
    private record Key(ElementPath path, String value) {
        static Optional<Key> of(DecodedMessage message, ElementPath path) {
            return message.value(path).map(value -> new Key(path, value.strip()));
        }
    }

    /** What is known of a key while a request with it is under way. Guarded by the map's lock on its key. */
    private static final class Passage {
        private int underWay;
        private int requests;
        private int answers;
        private long issuerNanos;

        OptionalLong issuerNanos() {
            return requests == 1 && answers == 1 ? OptionalLong.of(issuerNanos) : OptionalLong.empty();
        }
    }

    /** A request of the test's, from before it is sent until its answer has come or is no longer awaited. */
    public interface Departure {
        /** Departs into a system behind which nobody joins. */
        Departure NOT_JOINED = OptionalLong::empty;

        /**
         * Ends the wait.
         *
         * @return how long our issuer had the request, in nanoseconds; empty if it did not pass there, or if its key
         *     was under way twice
         */
        OptionalLong end();
    }

    /** Joins by this element from now on, beside those named before. */
    public void joinBy(ElementPath key) {
        if (!keys.contains(key)) {
            keys.add(key);
        }
    }

    /**
     * Notes a request that is to be sent.
     *
     * @param request null if it cannot be read: it is not joined
     */
    public Departure begin(DecodedMessage request) {
        if (request == null || keys.isEmpty()) {
            return Departure.NOT_JOINED;
        }
        List<Key> departed = new ArrayList<>(keys.size());
        for (ElementPath path : keys) {
            Key.of(request, path).ifPresent(key -> {
                underWay.compute(key, this::departing);
                departed.add(key);
            });
        }
        return () -> end(departed);
    }

    private Passage departing(Key key, Passage before) {
        Passage passage = before == null ? new Passage() : before;
        passage.underWay++;
        passage.requests++;
        if (passage.requests > 1) {
            tellAmbiguity(key.path());
        }
        return passage;
    }

    /**
     * Notes that our issuer answers a request now. To be called before the first byte of the answer is written: the
     * answer may be back before anything else can be noted.
     *
     * @param request as it came to the issuer
     * @param issuerNanos how long the issuer had it
     */
    public void answered(DecodedMessage request, ElementPath path, long issuerNanos) {
        Key.of(request, path)
                .ifPresent(key -> underWay.computeIfPresent(key, (same, passage) -> {
                    passage.answers++;
                    passage.issuerNanos = issuerNanos;
                    if (passage.answers > 1) {
                        tellAmbiguity(path);
                    }
                    return passage;
                }));
    }

    private OptionalLong end(List<Key> departed) {
        OptionalLong[] found = {OptionalLong.empty()};
        for (Key key : departed) {
            underWay.computeIfPresent(key, (same, passage) -> {
                found[0] = found[0].isPresent() ? found[0] : passage.issuerNanos();
                passage.underWay--;
                return passage.underWay == 0 ? null : passage;
            });
        }
        return found[0];
    }

    private void tellAmbiguity(ElementPath path) {
        if (toldAmbiguity.compareAndSet(false, true)) {
            LOG.warn(
                    "The same DE {} was under way twice at once: such requests are not joined with what the ISO 8583"
                            + " Reply has answered, so they have no {} and no {} (this is told once)",
                    path,
                    JtlColumns.ISSUER,
                    JtlColumns.BETWEEN);
        }
    }
}
