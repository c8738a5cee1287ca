package io.github.isostress.host.rule;

import io.github.isostress.host.session.Forward;
import io.github.isostress.host.session.Issuer;
import io.github.isostress.wire.Endpoint;
import java.util.concurrent.TimeUnit;

/** Reads where a rule forwards requests to, how long the host itself needs, and how long it waits for the answer. */
final class ForwardWords {
    private static final long LONGEST_MILLIS = 3_600_000;
    private static final long USUAL_TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final ElementWords elements;

    ForwardWords(ElementWords elements) {
        this.elements = elements;
    }

    Forward read(RuleWords words) {
        elements.requireStan(words, "forward to");
        Issuer issuer =
                words.take("clients on") ? new Issuer.Calling(endpoint(words)) : new Issuer.Listening(endpoint(words));
        long own = words.take("takes") ? words.time("time of its own", 1, LONGEST_MILLIS) : 0;
        long timeout = words.take("timeout") ? words.time("timeout", 1, LONGEST_MILLIS) : USUAL_TIMEOUT_NANOS;
        return new Forward(issuer, own, timeout);
    }

    private static Endpoint endpoint(RuleWords words) {
        String address = words.next("the issuer's address");
        try {
            return Endpoint.parse(address, "").get(0);
        } catch (IllegalArgumentException e) {
            throw words.refusal("forward to: " + e.getMessage());
        }
    }
}
