package io.github.isostress.exchange;

import io.github.isostress.message.DecodedMessage;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.Printable;
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

    /** Compares these elements besides the MTI; none of them leaves the MTI alone to decide. */
    public ResponseMatcher(List<ElementPath> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * How the response differs from an answer to the request.
     *
     * @return empty if it is one; else which elements differ, without their values
     */
    public Optional<String> mismatch(DecodedMessage request, DecodedMessage response) {
        List<String> differences = new ArrayList<>();
        if (!isAnswer(request.mti(), response.mti())) {
            differences.add("MTI " + Printable.orHex(response.mti()) + " does not answer " + request.mti());
        }
        for (ElementPath key : keys) {
            Optional<String> sent = request.value(key);
            if (sent.isPresent() && !sent.equals(response.value(key))) {
                differences.add("element " + key + (response.value(key).isEmpty() ? " is missing" : " differs"));
            }
        }
        return differences.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", differences));
    }

    /** Repeats (odd origin digit) may be answered with their own origin or with that of the original request. */
    private static boolean isAnswer(String request, String response) {
        if (request.length() != 4 || response.length() != 4) {
            return request.equals(response);
        }
        char origin = response.charAt(3);
        return response.startsWith(request.substring(0, 2))
                && response.charAt(2) == request.charAt(2) + 1
                && (origin == request.charAt(3) || origin == original(request.charAt(3)));
    }

    private static char original(char origin) {
        return (char) ('0' + (Character.digit(origin, 10) & ~1));
    }
}
