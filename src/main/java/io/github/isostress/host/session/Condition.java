package io.github.isostress.host.session;

import io.github.isostress.message.ElementPath;
import java.util.List;
import org.apache.commons.lang3.StringUtils;

/** A condition of a rule on a request. Immutable. */
public sealed interface Condition {
    boolean holds(ReceivedMessage request);

    /**
     * The message type is one of these.
     *
     * @param patterns four characters each, digits or {@code x} for any digit
     */
    record MtiIn(List<String> patterns) implements Condition {
        @Override
        public boolean holds(ReceivedMessage request) {
            String mti = request.mti();
            return patterns.stream().anyMatch(pattern -> fits(pattern, mti));
        }

        private static boolean fits(String pattern, String mti) {
            if (pattern.length() != mti.length()) {
                return false;
            }
            for (int i = 0; i < mti.length(); i++) {
                if (pattern.charAt(i) != 'x' && pattern.charAt(i) != mti.charAt(i)) {
                    return false;
                }
            }
            return true;
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
}
