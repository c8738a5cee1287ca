package io.github.isostress.health.verdict;

/**
 * From which value on a rule doubts a run. Immutable. Values are in the rule's {@link RuleUnit}.
 *
 * @param suspect a value above it makes the run SUSPECT; infinite if none does
 * @param invalid a value above it makes the run INVALID; infinite if none does
 */
public record Limit(double suspect, double invalid) {
    /** What a value makes of a run; one that is unknown (NaN) makes nothing of it. */
    public Validity of(double value) {
        if (value > invalid) {
            return Validity.INVALID;
        }
        return value > suspect ? Validity.SUSPECT : Validity.VALID;
    }
}
