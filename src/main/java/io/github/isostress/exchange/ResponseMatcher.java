package io.github.isostress.exchange;

import io.github.isostress.message.ElementPath;
import io.github.isostress.message.Printable;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.describe.ElementComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells whether a response answers a request: its MTI is the request's with the function digit for the answer
 * (ISO 8583:1987, 4.1.2: 0200 is answered by 0210, 0421 by 0430), and the key elements are the request's. A key
 * element that the request does not have is not compared. Immutable and thread-safe.
 */
public final class ResponseMatcher {
    private final List<ElementPath> keys;
    private final boolean isInOrder;

    private ResponseMatcher(List<ElementPath> keys, boolean isInOrder) {
        this.keys = List.copyOf(keys);
        this.isInOrder = isInOrder;
    }

    /** Compares these elements besides the MTI; with an empty list, the MTI alone decides. */
    public ResponseMatcher(List<ElementPath> keys) {
        this(keys, false);
    }

    /** For a host that answers in the order of the requests: besides that, the MTI alone decides. */
    public static ResponseMatcher inOrder() {
        return new ResponseMatcher(List.of(), true);
    }

    /** Whether answers come in the order of the requests. */
    boolean isInOrder() {
        return isInOrder;
    }

    /**
     * How the response differs from an answer to the request.
     *
     * @return empty if it is one; else its MTI and each key element, as it is and as it was sent, masked
     */
    public Optional<String> mismatch(DecodedMessage request, DecodedMessage response) {
        return awaited(request).is(response) ? Optional.empty() : Optional.of(comparison(request, response));
    }

    AwaitedAnswer awaited(DecodedMessage request) {
        return AwaitedAnswer.to(request, keys);
    }

    private String comparison(DecodedMessage request, DecodedMessage response) {
        List<String> parts = new ArrayList<>();
        parts.add("MTI " + Printable.orHex(response.mti())
                + (ResponseMti.answers(request.mti(), response.mti())
                        ? ""
                        : " does not answer " + Printable.orHex(request.mti())));
        for (ElementPath key : keys) {
            new ElementComparison(key, request, response).inWords().ifPresent(parts::add);
        }
        return String.join(", ", parts);
    }
}
