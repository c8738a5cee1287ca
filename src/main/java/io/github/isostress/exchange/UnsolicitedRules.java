package io.github.isostress.exchange;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.message.decode.ApprovedAnswer;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.decode.MessageDecoder;
import io.github.isostress.message.template.MessageTemplate;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which requests of the host are answered while we wait or are idle, and how: with the answer that approves them, in
 * which a template may replace elements. Immutable and thread-safe.
 */
public final class UnsolicitedRules {
    /** Requests and advices (ISO 8583:1987, 4.1.2) only: nothing else asks for an answer. */
    private static final Pattern REQUEST_MTI = Pattern.compile("[0-9x]{2}[02][0-9x]");

    private static final UnsolicitedRules NONE = new UnsolicitedRules(Set.of(), Optional.empty());
    private static final UnsolicitedRules NETWORK_MANAGEMENT =
            new UnsolicitedRules(Set.of("x80x", "x82x"), Optional.empty());

    private final Set<String> mtis;
    private final Optional<MessageTemplate> overlay;

    private UnsolicitedRules(Set<String> mtis, Optional<MessageTemplate> overlay) {
        this.mtis = Set.copyOf(mtis);
        this.overlay = overlay;
    }

    public static UnsolicitedRules none() {
        return NONE;
    }

    /** Approves requests and advices of class 8 and their repeats, in every version of ISO 8583: 0800, 1820 ... */
    public static UnsolicitedRules networkManagement() {
        return NETWORK_MANAGEMENT;
    }

    /** As {@link #networkManagement()}, with a template laid over the answers, see {@link #of}. */
    public static UnsolicitedRules networkManagement(Optional<MessageTemplate> overlay) {
        return overlay.isEmpty() ? NETWORK_MANAGEMENT : new UnsolicitedRules(NETWORK_MANAGEMENT.mtis, overlay);
    }

    public boolean isEmpty() {
        return mtis.isEmpty();
    }

    /**
     * Answers messages of these types.
     *
     * @param mtis of four digits, x for any digit: 0800, x82x
     * @param overlay a message whose elements, but for the MTI, replace those of the approving answer or are added to
     *     it; filled for every answer
     * @throws IllegalArgumentException with one clear sentence if one of them is no MTI of a request or an advice
     */
    public static UnsolicitedRules of(Set<String> mtis, Optional<MessageTemplate> overlay) {
        for (String mti : mtis) {
            if (!REQUEST_MTI.matcher(mti).matches()) {
                throw new IllegalArgumentException(
                        "'" + mti + "' is no MTI of a request or an advice: write four digits,"
                                + " x for any, the third a 0 or a 2, such as 0800 or x82x");
            }
        }
        return new UnsolicitedRules(mtis, overlay);
    }

    boolean apply(String mti) {
        return mtis.stream().anyMatch(pattern -> matches(pattern, mti));
    }

    private static boolean matches(String pattern, String mti) {
        if (mti.length() != pattern.length()) {
            return false;
        }
        for (int i = 0; i < pattern.length(); i++) {
            char wanted = pattern.charAt(i);
            char digit = mti.charAt(i);
            if (wanted == 'x' ? digit < '0' || digit > '9' : digit != wanted) {
                return false;
            }
        }
        return true;
    }

    /**
     * The answer to a message whose MTI a rule names.
     *
     * @throws FailureException {@link Failure#TEMPLATE_ERROR} if it cannot be built
     */
    byte[] answer(DecodedMessage request) throws FailureException {
        if (overlay.isEmpty()) {
            return ApprovedAnswer.to(request);
        }
        byte[] elements = overlay.get().fill().bytes();
        try {
            return ApprovedAnswer.to(request, new MessageDecoder(request.packager()).decode(elements));
        } catch (FailureException e) {
            throw new FailureException(Failure.TEMPLATE_ERROR, "the template of the answer: " + e.getMessage(), e);
        }
    }
}
