package io.github.isostress.message.describe;

import io.github.isostress.message.ElementPath;
import io.github.isostress.message.decode.DecodedMessage;
import java.util.Optional;

/** One element, in a request and in a message that came. Immutable. */
public record ElementComparison(ElementPath path, DecodedMessage request, DecodedMessage received) {

    /** Whether both have the element, with different values. */
    public boolean isContradiction() {
        int element = path.element();
        return !request.hasSameBytes(element, received)
                && request.has(element)
                && received.has(element)
                && valuesDiffer();
    }

    private boolean valuesDiffer() {
        Optional<String> sent = request.value(path);
        Optional<String> came = received.value(path);
        return sent.isPresent() && came.isPresent() && !sent.equals(came);
    }

    /** What came and what was sent, masked; empty if the request does not have the element. */
    public Optional<String> inWords() {
        return ShownValue.of(request, path).map(sent -> {
            if (request.value(path).equals(received.value(path))) {
                return "DE " + path + " is " + sent + " as sent";
            }
            Optional<String> came = ShownValue.of(received, path);
            return "DE " + path + came.map(" is "::concat).orElse(" is missing") + ", sent was " + sent
                    + (came.filter(sent::equals).isPresent() ? ": they differ in masked digits" : "");
        });
    }
}
