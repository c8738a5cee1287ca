package io.github.isostress.exchange;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.message.DecodedMessage;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.Printable;
import io.github.isostress.vocabulary.ResponseCodes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Judges outcomes: by the elements that must come back as they were sent, then by DE 39. Immutable and thread-safe. */
public final class ResponseRules {
    /** The response code of an answer that no packager looked into. */
    public static final String RECEIVED = "RECEIVED";

    /** The response code of a request whose answer nobody waits for. */
    public static final String SENT = "SENT";

    /**
     * What a host usually returns as it was sent: PAN, processing code, amount, date and time, STAN, retrieval reference
     * number, terminal, merchant, currency (ISO 8583:1987, 4.3).
     */
    public static final List<ElementPath> USUAL_ECHOES = Stream.of("2", "3", "4", "7", "11", "37", "41", "42", "49")
            .map(ElementPath::parse)
            .toList();

    private static final String WITHOUT_MEANING = "Response code without a meaning in ISO 8583";
    private static final ElementPath RESPONSE_CODE = ElementPath.parse("39");

    private final Set<String> successCodes;
    private final List<ElementPath> echoes;
    /** On the codes that have a meaning. */
    private final Map<String, Verdict> verdicts;

    /**
     * Rules by which these values of DE 39 are a success.
     *
     * @param successCodes compared with DE 39 without its outer blanks; empty if any answer is a success
     * @param echoes elements that must have the request's value if both request and answer have them; a difference is a
     *     failure whatever DE 39 says
     */
    public ResponseRules(Set<String> successCodes, List<ElementPath> echoes) {
        this.successCodes = Set.copyOf(successCodes);
        this.echoes = List.copyOf(echoes);
        this.verdicts = ResponseCodes.all().stream().collect(Collectors.toUnmodifiableMap(code -> code, this::onCode));
    }

    /** The verdict on an outcome. */
    public Verdict judge(Outcome outcome) {
        if (outcome.failure() != null) {
            return failed(outcome.failure());
        }
        if (outcome.response() == null) {
            return new Verdict(true, SENT, "The request was sent; no answer is waited for", "");
        }
        if (outcome.answer() == null) {
            return new Verdict(true, RECEIVED, "A response was received", "");
        }
        String contradictions = contradictions(outcome);
        if (!contradictions.isEmpty()) {
            return failed(new FailureException(Failure.ECHO_MISMATCH, contradictions));
        }
        return byResponseCode(outcome.answer());
    }

    private String contradictions(Outcome outcome) {
        if (outcome.request() == null) {
            return "";
        }
        StringJoiner words = new StringJoiner("; ");
        for (ElementPath path : echoes) {
            ElementComparison comparison = new ElementComparison(path, outcome.request(), outcome.answer());
            if (comparison.isContradiction()) {
                comparison.inWords().ifPresent(words::add);
            }
        }
        return words.toString();
    }

    private Verdict byResponseCode(DecodedMessage answer) {
        Optional<String> code = answer.value(RESPONSE_CODE);
        if (code.isPresent()) {
            Verdict known = verdicts.get(code.get());
            return known == null ? onCode(Printable.orHex(code.get().strip())) : known;
        }
        return successCodes.isEmpty()
                ? new Verdict(true, RECEIVED, "A response was received", "")
                : failed(new FailureException(Failure.NO_RESPONSE_CODE, "the success codes ask for DE 39"));
    }

    private Verdict onCode(String code) {
        return new Verdict(
                successCodes.isEmpty() || successCodes.contains(code),
                code,
                ResponseCodes.meaning(code).orElse(WITHOUT_MEANING),
                "");
    }

    /** The verdict on a request that got no answer, or was never sent. */
    public static Verdict failed(FailureException e) {
        return new Verdict(false, e.failure().name(), e.failure().sentence(), e.getMessage());
    }
}
