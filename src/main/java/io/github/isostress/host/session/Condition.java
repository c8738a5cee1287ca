package io.github.isostress.host.session;

import io.github.isostress.message.ByteSpan;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.MtiPatterns;
import java.util.HexFormat;
import org.apache.commons.lang3.StringUtils;

/** A condition of a rule on a request. Immutable. */
public sealed interface Condition {
    boolean holds(ReceivedMessage request);

    /** Whether it needs data elements, and so a packager. */
    default boolean needsElements() {
        return true;
    }

    /** The message type is one of these. */
    record MtiIn(MtiPatterns patterns) implements Condition {
        @Override
        public boolean holds(ReceivedMessage request) {
            return patterns.fit(request.mti());
        }
    }

    /** The transaction amount (DE 4) is within these bounds, both included, in minor units. */
    record AmountIn(long least, long most) implements Condition {
        @Override
        public boolean holds(ReceivedMessage request) {
            return request.amount()
                    .filter(amount -> amount >= least && amount <= most)
                    .isPresent();
        }
    }

    /** An element has this value. Blanks at the end do not count, since packagers pad with them. */
    record ElementIs(ElementPath path, String value) implements Condition {
        @Override
        public boolean holds(ReceivedMessage request) {
            return request.value(path)
                    .filter(present -> StringUtils.stripEnd(present, " ").equals(StringUtils.stripEnd(value, " ")))
                    .isPresent();
        }
    }

    /** The element is present. */
    record HasElement(ElementPath path) implements Condition {
        @Override
        public boolean holds(ReceivedMessage request) {
            return request.value(path).isPresent();
        }
    }

    /**
     * Bytes have this value.
     *
     * @param span where they are
     * @param hex their value in hex digits
     */
    record BytesAre(ByteSpan span, String hex) implements Condition {
        @Override
        public boolean needsElements() {
            return false;
        }

        @Override
        public boolean holds(ReceivedMessage request) {
            byte[] message = request.bytes();
            return span.isIn(message.length)
                    && HexFormat.of()
                            .formatHex(message, span.first(), span.endIn(message.length))
                            .equalsIgnoreCase(hex);
        }
    }
}
