package io.github.isostress.host.session;

import io.github.isostress.message.ElementPath;
import java.util.List;
import org.apache.commons.lang3.StringUtils;

/** What a request must have for a rule to fit. Immutable. */
public sealed interface Condition {
    /** Whether the request has it. */
    boolean holds(IncomingRequest request);

    /**
     * One of these message types.
     *
     * @param patterns four characters each, digits or {@code x} for any digit
     */
    record MtiIn(List<String> patterns) implements Condition {
        @Override
        public boolean holds(IncomingRequest request) {
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

    /** A transaction amount (DE 4) in these bounds, both included, in minor units. */
    record AmountIn(long least, long most) implements Condition {
        @Override
        public boolean holds(IncomingRequest request) {
            return request.amount()
                    .filter(amount -> amount >= least && amount <= most)
                    .isPresent();
        }
    }

    /** An element with this value; blanks at its end do not count, since packagers fill up with them. */
    record ElementIs(ElementPath path, String value) implements Condition {
        @Override
        public boolean holds(IncomingRequest request) {
            return request.value(path)
                    .filter(present -> StringUtils.stripEnd(present, " ").equals(StringUtils.stripEnd(value, " ")))
                    .isPresent();
        }
    }

    /** An element, whatever its value. */
    record HasElement(ElementPath path) implements Condition {
        @Override
        public boolean holds(IncomingRequest request) {
            return request.value(path).isPresent();
        }
    }
}
