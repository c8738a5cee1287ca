package io.github.isostress.jmeter.migration;

import io.github.isostress.jmeter.migration.OldPlugin.Crypto;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says as a formula how a pre-processor enciphered the clear PIN block in a field. For one pre-processor. */
final class PinBlockMigration {
    /** jPOS's numbers of the block formats that formulas have, too, by the numbers of ISO 9564-1. */
    private static final Map<String, String> FORMATS = Map.of("1", "0", "5", "1");

    private static final int PAN = 2;
    private static final int SIGNIFICANT_KSN_DIGITS = 16;
    /** A KSN of X9.24-1 has 20 digits; shorter ones begin so. */
    private static final String KSN_BEGINNING = "FFFF";

    private final PlanNode crypto;
    private final CryptoKeys keys;
    private final MigrationRemarks remarks;

    PinBlockMigration(PlanNode crypto, CryptoKeys keys, MigrationRemarks remarks) {
        this.crypto = crypto;
        this.keys = keys;
        this.remarks = remarks;
    }

    /** Adds the line, if the message has what the pre-processor asked for. */
    void apply(SamplerScope scope, TemplateLines lines) {
        OldField block = scope.fields().get(crypto.text(Crypto.PIN_FIELD));
        boolean isAsked = block != null
                && !block.content().isEmpty()
                && !crypto.text(Crypto.PIN_KEY).isEmpty();
        if (!isAsked || block.path().isEmpty()) {
            return;
        }
        OldField ksn = scope.fields().get(crypto.text(Crypto.KSN_FIELD));
        if (keys.isDukpt() && ksn == null) {
            return;
        }
        Optional<String> number = keys.isDukpt() ? number(scope.sampler(), ksn) : Optional.of("");
        Optional<String> formula = number.flatMap(digits -> formula(scope.sampler(), block, digits));
        String path = block.path().get();
        if (formula.isPresent()) {
            lines.addFormula(path, formula.get());
        } else {
            leaveOut(lines, path);
        }
    }

    /** No clear block must be sent where an enciphered one was, be it inherited. */
    private static void leaveOut(TemplateLines lines, String path) {
        lines.replaceByNote(path, path + " was a PIN block, which is not computed here.");
        lines.leaveOut(path);
    }

    private Optional<String> formula(PlanNode sampler, OldField block, String ksn) {
        Optional<List<String>> made = OldFunctions.arguments(block.content(), OldFunctions.PIN_BLOCK);
        return made.isPresent() ? ofPin(sampler, made.get(), ksn) : ofBlock(sampler, block, ksn);
    }

    /** The block is made from PIN and card number. */
    private Optional<String> ofPin(PlanNode sampler, List<String> arguments, String ksn) {
        String format = FORMATS.get(arguments.size() > PAN ? arguments.get(1) : "");
        if (format == null) {
            remarks.missing(
                    sampler,
                    OldPlugin.Sampler.FIELDS,
                    "the PIN block has a format of jPOS for which there is no "
                            + "formula: formats 0, 1, 3 and 4 of ISO 9564-1 are");
            return Optional.empty();
        }
        FormulaLine line = FormulaLine.of("pinblock")
                .with("format", format)
                .with("key", keys.pin())
                .with("pin", arguments.get(0))
                .with("pan", arguments.get(PAN));
        return Optional.of((ksn.isEmpty() ? line : line.with("ksn", ksn)).toString());
    }

    /** The clear block comes from elsewhere; enciphered like other data it gives the same bytes. */
    private Optional<String> ofBlock(PlanNode sampler, OldField block, String ksn) {
        if (!ksn.isEmpty()) {
            remarks.missing(
                    sampler,
                    OldPlugin.Sampler.FIELDS,
                    block + " has a clear PIN block, and under DUKPT the block is "
                            + "made from the PIN: write 52:= pinblock with pin=");
            return Optional.empty();
        }
        return Optional.of(FormulaLine.of("encrypt")
                .with("key", keys.pinData())
                .with("data", block.content())
                .toString());
    }

    /** The KSN as a formula takes it; empty if it cannot be said twice. */
    private Optional<String> number(PlanNode sampler, OldField ksn) {
        String digits = ksn.content().strip();
        if (!ksn.isEvaluated()) {
            return Optional.of(KSN_BEGINNING + digits.substring(0, Math.min(SIGNIFICANT_KSN_DIGITS, digits.length())));
        }
        if (digits.contains("${__")) {
            remarks.missing(
                    sampler,
                    OldPlugin.Sampler.FIELDS,
                    ksn
                            + " is the KSN, and calls a function, which would give the PIN block another value: see the formula"
                            + " ksn, or keep the value in a variable");
            return Optional.empty();
        }
        return Optional.of(KSN_BEGINNING + digits);
    }
}
