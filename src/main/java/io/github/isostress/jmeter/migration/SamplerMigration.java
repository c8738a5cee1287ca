package io.github.isostress.jmeter.migration;

import io.github.isostress.jmeter.element.Iso8583Assertion;
import io.github.isostress.jmeter.element.Iso8583Request;
import io.github.isostress.jmeter.migration.OldPlugin.Sampler;
import io.github.isostress.jmeter.setting.Iso8583AssertionSchema;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes an ISO 8583 Request of an ISO8583Sampler. For one element. */
final class SamplerMigration {
    private static final Iso8583RequestSchema SCHEMA = Iso8583RequestSchema.INSTANCE;
    private static final String USUAL_TIMEOUT = "60000";
    private static final String USUAL_CODE_FIELD = "39";
    private static final String USUAL_CODE = "00";
    private static final String ANY_CODE = "*";
    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,7}");
    /** What the old plugin took for the sign between two codes. */
    private static final Pattern BETWEEN_CODES = Pattern.compile("[,;:. ]+");

    private final SamplerScope scope;
    private final PlanNode sampler;
    private final MigrationRemarks remarks;

    SamplerMigration(SamplerScope scope, MigrationRemarks remarks) {
        this.scope = scope;
        this.sampler = scope.sampler();
        this.remarks = remarks;
    }

    /**
     * The hex digits of the header that its messages had instead of the channel's; empty if they had none of their own.
     */
    static String header(PlanNode sampler) {
        return ChannelFraming.evenDigits(sampler.text(Sampler.HEADER));
    }

    /**
     * The request.
     *
     * @param template its lines
     */
    NewElement request(String template) {
        NewElement request = NewElement.inPlaceOf(sampler, Iso8583Request.class)
                .with(SCHEMA.template, template)
                .with(SCHEMA.successCodes, isJudgedBy39() ? codes() : ANY_CODE)
                .with(SCHEMA.returnedElements, "none");
        scope.config().ifPresent(config -> request.with(SCHEMA.matchElements, new MuxKeys(config).of(scope.mti())));
        setTimeout(request);
        if (scope.config().isEmpty()) {
            remarks.missing(sampler, Sampler.REFERENCE, "no connection that is in its scope fits it");
        }
        if (!sampler.text(Sampler.TRAILER).isEmpty()) {
            remarks.different(sampler, Sampler.TRAILER, "jPOS's channels have never sent it; it was left out");
        }
        return request;
    }

    private void setTimeout(NewElement request) {
        String timeout = usualIfMissing(Sampler.TIMEOUT, USUAL_TIMEOUT);
        boolean isNumber = WHOLE_NUMBER.matcher(timeout).matches();
        if (isNumber && Integer.parseInt(timeout) == 0) {
            request.with(SCHEMA.expectAnswer, false);
        } else if (isNumber || timeout.contains("${")) {
            request.with(SCHEMA.responseTimeout, timeout);
        } else {
            request.with(SCHEMA.responseTimeout, USUAL_TIMEOUT);
            remarks.missing(sampler, Sampler.TIMEOUT, "it is no number of milliseconds; " + USUAL_TIMEOUT + " was set");
        }
    }

    /** The property's text; if the plan does not have it, what the old panel began with. */
    private String usualIfMissing(String property, String usual) {
        Optional<String> text = sampler.property(property);
        if (text.isEmpty()) {
            remarks.different(
                    sampler, property, "it is missing; " + usual + " was set, as the panel has it by default");
        }
        return text.map(String::strip).orElse(usual);
    }

    private boolean isJudgedBy39() {
        return codeField().equals(USUAL_CODE_FIELD) && !codes().isEmpty();
    }

    private String codeField() {
        return usualIfMissing(Sampler.CODE_FIELD, USUAL_CODE_FIELD);
    }

    private String codes() {
        String codes = usualIfMissing(Sampler.SUCCESS_CODES, USUAL_CODE);
        return codes.contains("${")
                ? codes
                : BETWEEN_CODES.matcher(codes).replaceAll(" ").strip();
    }

    /** An assertion on the codes of another element than 39; empty if the request judges, or nothing did. */
    Optional<NewElement> assertion() {
        if (isJudgedBy39() || codeField().isEmpty() || codes().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new NewElement(Iso8583Assertion.class, "success codes", true)
                .with(Iso8583AssertionSchema.INSTANCE.rules, codeField() + " in " + codes()));
    }
}
