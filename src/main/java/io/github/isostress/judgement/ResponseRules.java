package io.github.isostress.judgement;

import io.github.isostress.exchange.Outcome;
import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureReport;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.Printable;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.describe.ElementComparison;
import io.github.isostress.message.describe.ShownValue;
import io.github.isostress.message.value.MessageContext;
import io.github.isostress.vocabulary.ResponseCodes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges outcomes: by the seals that are verified, then by the elements that must come back as they were sent, then by
 * DE 39. A wrong seal says more than the other two: what it covers may have been changed. Immutable and thread-safe.
 */
public final class ResponseRules {
    /**
     * Among the success codes, whatever approves a request or accepts a message: 00 in ISO 8583:1987; 000 in 1993, and
     * of the classes of files, reversals, reconciliation, administration, fees and network management 300, 400, 500,
     * 600, 700, 800; with one more zero in 2003.
     */
    public static final String APPROVED = "approved";

    /** The response code of an answer that no packager looked into. */
    public static final String RECEIVED = "RECEIVED";

    /** The response code of a request that was sent without a wait for its answer. */
    public static final String SENT = "SENT";

    /**
     * What a host usually returns as it was sent: PAN, processing code, amount, date and time, STAN, retrieval
     * reference number, terminal, merchant, currency (ISO 8583:1987, 4.3).
     */
    public static final List<ElementPath> USUALLY_RETURNED = Stream.of("2", "3", "4", "7", "11", "37", "41", "42", "49")
            .map(ElementPath::parse)
            .toList();

    private static final String WITHOUT_MEANING = "Response code without a meaning in ISO 8583";
    private static final ElementPath RESPONSE_CODE = ElementPath.parse("39");
    private static final Pattern SHOWN_AS_IT_IS = Pattern.compile("[A-Za-z0-9 ]{1,4}");
    private static final int LONGEST_IN_HEX = 64;

    /** Elements in which an amount is returned: of the transaction, of its settlement, of the cardholder's bill. */
    private static final Set<Integer> AMOUNTS = Set.of(4, 5, 6);

    private static final Pattern DIGITS = Pattern.compile("\\d{1,18}");

    private final SuccessCodes successCodes;
    private final List<ElementPath> returned;
    /** By the codes that have a meaning, whatever message they stand in. */
    private final Map<String, Verdict> verdicts;

    private final Predicate<DecodedMessage> approval = this::approve;

    /**
     * Rules by which these values of DE 39 are a success.
     *
     * @param successCodes compared with DE 39 without its outer blanks, {@link #APPROVED} may be among them; empty if
     *     any answer is a success
     * @param returned elements that must have the request's value if both request and answer have them; a difference is
     *     a failure whatever DE 39 says, but for an amount that a code of partial approval makes smaller
     */
    public ResponseRules(Set<String> successCodes, List<ElementPath> returned) {
        this.successCodes = new SuccessCodes(successCodes);
        this.returned = List.copyOf(returned);
        this.verdicts = SuccessCodes.known()
                .collect(Collectors.toUnmodifiableMap(
                        code -> code, code -> onCode(code, code, this.successCodes.contain(code))));
    }

    /** Judges an outcome without any seal. */
    public Verdict judge(Outcome outcome) {
        return judge(outcome, VerifiedSeals.NONE, MessageContext.NONE);
    }

    /**
     * Judges an outcome.
     *
     * @param seals that its answer is verified by
     * @param context with the keys of the plan, of which those count that were not replaced on the link before the answer
     */
    public Verdict judge(Outcome outcome, VerifiedSeals seals, MessageContext context) {
        if (outcome.failure() != null) {
            return Verdict.failed(outcome.failure());
        }
        if (outcome.response() == null) {
            return new Verdict(true, SENT, "The request was sent; no answer is waited for", "");
        }
        if (outcome.answer() == null) {
            return new Verdict(true, RECEIVED, "A response was received", "");
        }
        Optional<FailureReport> unsealed = seals.failure(outcome, context, approval);
        if (unsealed.isPresent()) {
            return Verdict.failed(withResponseCode(unsealed.get(), outcome.answer()));
        }
        String contradictions = contradictions(outcome);
        if (!contradictions.isEmpty()) {
            return Verdict.failed(new FailureReport(Failure.ECHO_MISMATCH, contradictions));
        }
        return byResponseCode(outcome.answer());
    }

    /** Why a host declines may be why it has sealed the answer otherwise, or not at all. */
    private static FailureReport withResponseCode(FailureReport failure, DecodedMessage answer) {
        return answer.value(RESPONSE_CODE)
                .map(code -> failure.with(failure.particulars() + "\nDE 39 is " + shown(code.strip(), answer)))
                .orElse(failure);
    }

    private String contradictions(Outcome outcome) {
        if (outcome.request() == null) {
            return "";
        }
        StringJoiner words = new StringJoiner("; ");
        for (ElementPath path : returned) {
            ElementComparison comparison = new ElementComparison(path, outcome.request(), outcome.answer());
            if (comparison.isContradiction() && !isPartOf(outcome, path)) {
                comparison.inWords().ifPresent(words::add);
            }
        }
        return words.toString();
    }

    /** Whether an amount is smaller because the host approves a part of it. */
    private boolean isPartOf(Outcome outcome, ElementPath path) {
        if (!AMOUNTS.contains(path.element())) {
            return false;
        }
        Optional<String> asked = outcome.request().value(path).filter(DIGITS.asMatchPredicate());
        Optional<String> given = outcome.answer().value(path).filter(DIGITS.asMatchPredicate());
        Optional<String> code = outcome.answer().value(RESPONSE_CODE).map(String::strip);
        return asked.isPresent()
                && given.isPresent()
                && Long.parseLong(given.get()) < Long.parseLong(asked.get())
                && code.filter(SuccessCodes::mayBePartial)
                        .filter(partial ->
                                successCodes.contain(partial, outcome.answer().mti()))
                        .isPresent();
    }

    /** Whether an answer is a success by its DE 39. */
    public boolean approve(DecodedMessage answer) {
        return byResponseCode(answer).successful();
    }

    private Verdict byResponseCode(DecodedMessage answer) {
        Optional<String> value = answer.value(RESPONSE_CODE);
        if (value.filter(code -> !code.isBlank()).isEmpty()) {
            String missing = value.isEmpty() ? "the success codes ask for DE 39" : "DE 39 is there and empty";
            return successCodes.areAny()
                    ? new Verdict(true, RECEIVED, "A response was received", "")
                    : Verdict.failed(new FailureReport(Failure.NO_RESPONSE_CODE, missing));
        }
        Verdict known = verdicts.get(value.get());
        if (known != null && known.successful()) {
            return known;
        }
        String code = value.get().strip();
        boolean successful = successCodes.contain(code, answer.mti());
        return known != null && !successful ? known : onCode(code, shown(code, answer), successful);
    }

    /** What is not as short and plain as a code is shown in hex digits: a host may send anything. */
    private static String shown(String code, DecodedMessage answer) {
        if (SHOWN_AS_IT_IS.matcher(code).matches()) {
            return code;
        }
        String masked = ShownValue.of(answer, RESPONSE_CODE).orElse("");
        return masked.length() <= LONGEST_IN_HEX
                ? Printable.hex(masked)
                : Printable.hex(masked.substring(0, LONGEST_IN_HEX)) + "...";
    }

    private Verdict onCode(String code, String shown, boolean successful) {
        return new Verdict(
                successful,
                shown,
                ResponseCodes.meaning(code).orElse(WITHOUT_MEANING),
                successful ? "" : successCodes.reasonAgainst(shown));
    }
}
