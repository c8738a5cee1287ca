package io.github.isostress.jmeter.element;

import io.github.isostress.exchange.Exchange;
import io.github.isostress.exchange.ResponseMatcher;
import io.github.isostress.exchange.ResponseRules;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.IsoPackager;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a request's answer is recognised, waited for and judged, as its properties say. Immutable.
 *
 * @param successCodes as written
 * @param matchElements as written
 * @param responseTimeoutMillis 1 to 3,600,000
 * @param packager of the connection
 * @param exchange made from these
 * @param rules made from these
 */
record RequestSettings(
        String successCodes,
        String matchElements,
        int responseTimeoutMillis,
        Optional<IsoPackager> packager,
        Exchange exchange,
        ResponseRules rules) {
    private static final String ANY = "*";
    private static final String NONE = "none";
    private static final int LONGEST_TIMEOUT = 3_600_000;

    /**
     * Reads the properties, each once.
     *
     * @param before what the last call gave, or null: taken again if nothing has changed
     * @throws IllegalArgumentException with one clear sentence
     */
    static RequestSettings read(Iso8583Request request, Optional<IsoPackager> packager, RequestSettings before) {
        PropertyReader read = new PropertyReader(request);
        Iso8583RequestSchema schema = request.getSchema();
        String successCodes = read.text(schema.successCodes);
        String matchElements = read.text(schema.matchElements);
        int timeout = read.number(schema.responseTimeout);
        return before != null && before.isMadeOf(successCodes, matchElements, timeout, packager)
                ? before
                : of(successCodes, matchElements, timeout, packager);
    }

    private boolean isMadeOf(String codes, String elements, int timeout, Optional<IsoPackager> reader) {
        return successCodes.equals(codes)
                && matchElements.equals(elements)
                && responseTimeoutMillis == timeout
                && packager.equals(reader);
    }

    private static RequestSettings of(
            String successCodes, String matchElements, int timeout, Optional<IsoPackager> packager) {
        if (timeout < 1 || timeout > LONGEST_TIMEOUT) {
            throw new IllegalArgumentException(
                    "response timeout " + timeout + " is outside 1 to " + LONGEST_TIMEOUT + " ms");
        }
        if (successCodes.isEmpty()) {
            throw new IllegalArgumentException("the success codes are empty; write " + ANY + " for any answer");
        }
        if (matchElements.isEmpty()) {
            throw new IllegalArgumentException("the match elements are empty; write " + NONE + " for the MTI alone");
        }
        List<ElementPath> keys = matchElements.equals(NONE)
                ? List.of()
                : PropertyReader.words(matchElements).stream()
                        .map(ElementPath::parse)
                        .toList();
        Set<String> codes = successCodes.equals(ANY) ? Set.of() : Set.copyOf(PropertyReader.words(successCodes));
        return new RequestSettings(
                successCodes,
                matchElements,
                timeout,
                packager,
                new Exchange(packager, new ResponseMatcher(keys), timeout),
                new ResponseRules(codes));
    }
}
