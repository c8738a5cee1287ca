package io.github.isostress.judgement;

import io.github.isostress.vocabulary.ResponseCodes;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which values of DE 39 are a success. Immutable and thread-safe. */
final class SuccessCodes {
    /** Of ISO 8583:1987, of 1993, and of 2003. */
    private static final Set<String> APPROVED = Set.of("00", "000", "0000");

    /**
     * What accepts a message of another class than authorisations and financial transactions: 400 a reversal, 8000 ...
     */
    private static final Pattern ACCEPTED = Pattern.compile("[3-8]000?");

    private static final Set<String> PARTIAL = Set.of("10", "002", "006", "0002", "0006", "32");
    private static final int MOST_LISTED = 20;

    private final Set<String> listed;
    private final boolean approvals;
    private final String words;

    /**
     * @param codes values, and {@link ResponseRules#APPROVED} for what approves or accepts; empty for any answer
     */
    SuccessCodes(Collection<String> codes) {
        this.listed = Set.copyOf(codes);
        this.approvals = listed.contains(ResponseRules.APPROVED);
        this.words = words(new LinkedHashSet<>(codes));
    }

    private static String words(Set<String> codes) {
        List<String> words = codes.stream()
                .map(code -> code.equals(ResponseRules.APPROVED)
                        ? code + " (00, 000, 0000, or what accepts a message of its class, such as 400)"
                        : code)
                .toList();
        return words.size() <= MOST_LISTED
                ? String.join(", ", words)
                : String.join(", ", words.subList(0, MOST_LISTED)) + ", ...";
    }

    /** Whether any answer is a success, with DE 39 or without. */
    boolean areAny() {
        return listed.isEmpty();
    }

    /** Whether a code is a success whatever message it stands in. */
    boolean contain(String code) {
        return areAny() || listed.contains(code) || approvals && APPROVED.contains(code);
    }

    /** Whether a code is a success in a message of this type. */
    boolean contain(String code, String mti) {
        return contain(code)
                || approvals
                        && mti.length() == 4
                        && code.length() > 2
                        && code.charAt(0) == mti.charAt(1)
                        && ACCEPTED.matcher(code).matches();
    }

    /** Whether a code may approve less than was asked for: it says so, or has no meaning in the standard. */
    static boolean mayBePartial(String code) {
        return PARTIAL.contains(code) || ResponseCodes.meaning(code).isEmpty();
    }

    /** Why a code is none of them. */
    String reasonAgainst(String code) {
        return "DE 39 is " + code + "; the success codes are " + words;
    }

    /** All codes that have a meaning in the standard. */
    static Stream<String> known() {
        return ResponseCodes.all().stream();
    }
}
