package io.github.isostress.message.describe;

import io.github.isostress.message.ElementPath;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.masking.Masking;
import java.util.Optional;

/** What may be shown of one value of a message, in a result, a log or an error. Stateless and thread-safe. */
public final class ShownValue {
    private ShownValue() {}

    /**
     * A value, masked; asterisks alone for an element that is shown by its parts.
     *
     * @return empty if the message has no such element
     */
    public static Optional<String> of(DecodedMessage message, ElementPath path) {
        return message.value(path).map(value -> masked(message, path).orElseGet(() -> Masking.HIDDEN.mask(value)));
    }

    private static Optional<String> masked(DecodedMessage message, ElementPath path) {
        return ElementDescription.of(message, path.element()).flatMap(element -> element.shown(path));
    }

    /**
     * Another text that is compared with a value of a message, its card numbers masked.
     *
     * @return empty if the value itself may not be shown as it is
     */
    public static Optional<String> beside(DecodedMessage message, ElementPath path, String other) {
        return message.value(path).equals(of(message, path))
                ? Optional.of(Masking.SEARCHED.mask(other))
                : Optional.empty();
    }
}
