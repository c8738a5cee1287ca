package io.github.isostress.jmeter.migration;

import io.github.isostress.crypto.emv.CryptogramVersion;
import io.github.isostress.crypto.emv.SessionKeyMethod;
import io.github.isostress.crypto.mac.MacPadding;
import io.github.isostress.jmeter.migration.OldPlugin.Crypto;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** Says as a formula how a pre-processor computed the cryptogram of a chip. For one pre-processor. */
final class CryptogramMigration {
    private static final String CRYPTOGRAM = "9F26";
    private static final String ISSUER_DATA = "9F10";
    private static final String PAN = "5A";
    private static final String SEQUENCE = "5F34";

    /** jPOS's names of the ways in which the key of a transaction is derived. */
    private static final Map<String, SessionKeyMethod> SESSIONS = Map.of(
            "VSDC", SessionKeyMethod.NONE,
            "MCHIP", SessionKeyMethod.MASTERCARD,
            "EMV_CSKD", SessionKeyMethod.COMMON,
            "EMV2000_SKM", SessionKeyMethod.EMV_2000);

    private final PlanNode crypto;
    private final CryptoKeys keys;
    private final MigrationRemarks remarks;

    CryptogramMigration(PlanNode crypto, CryptoKeys keys, MigrationRemarks remarks) {
        this.crypto = crypto;
        this.keys = keys;
        this.remarks = remarks;
    }

    /** Adds the line, if the message has what the pre-processor asked for. */
    void apply(SamplerScope scope, TemplateLines lines) {
        String chip = crypto.text(Crypto.CHIP_FIELD);
        boolean isAsked = !chip.isEmpty()
                && !crypto.text(Crypto.MASTER_KEY).isEmpty()
                && !crypto.text(Crypto.SESSION_KEY).isEmpty()
                && scope.fields().keySet().stream().anyMatch(id -> id.startsWith(chip + "."));
        if (!isAsked) {
            return;
        }
        SessionKeyMethod session = SESSIONS.get(crypto.text(Crypto.SESSION_KEY));
        if (session == null) {
            refuse(lines, Crypto.SESSION_KEY, "no formula derives the transaction's key in this way", chip);
        } else if (!crypto.text(Crypto.TRANSACTION_DATA).isEmpty()) {
            refuse(
                    lines,
                    Crypto.TRANSACTION_DATA,
                    "a cryptogram is over tags of the message: name them with tags=",
                    chip);
        } else {
            lines.addFormula(chip + "." + CRYPTOGRAM, formula(scope, chip, session));
        }
    }

    private void refuse(TemplateLines lines, String property, String sentence, String chip) {
        remarks.missing(crypto, property, sentence);
        lines.note(chip + "." + CRYPTOGRAM + " was a cryptogram, which is not computed here.");
    }

    private String formula(SamplerScope scope, String chip, SessionKeyMethod session) {
        FormulaLine line = FormulaLine.of("arqc").with("key", keys.master());
        Optional<OldField> issuerData = tag(scope, chip, ISSUER_DATA);
        Optional<CryptogramVersion> version = issuerData.flatMap(CryptogramMigration::version);
        if (issuerData.isEmpty()) {
            line.with("cvn", usual(session).toString());
        } else if (version.isEmpty() || version.get().cryptogramKey() != session) {
            line.with("session", session.toString());
        }
        checkPadding(issuerData.isEmpty() ? Optional.of(usual(session)) : version);
        source(scope, chip, PAN, Crypto.PAN).ifPresent(pan -> line.with("pan", pan));
        source(scope, chip, SEQUENCE, Crypto.SEQUENCE).ifPresent(sequence -> line.with("psn", sequence));
        return line.toString();
    }

    /** The version that issuer application data tell of; empty if they are evaluated in the run, or unknown. */
    private static Optional<CryptogramVersion> version(OldField issuerData) {
        try {
            return Optional.of(CryptogramVersion.ofIssuerData(
                    HexFormat.of().parseHex(issuerData.content().strip())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The version that is usual with a key, for a message without issuer application data. */
    private CryptogramVersion usual(SessionKeyMethod session) {
        return switch (session) {
            case NONE -> CryptogramVersion.VISA_10;
            case MASTERCARD -> CryptogramVersion.MASTERCARD_16;
            case EMV_2000 -> CryptogramVersion.VISA_14;
            case COMMON -> CryptogramVersion.VISA_18;
        };
    }

    private void checkPadding(Optional<CryptogramVersion> version) {
        MacPadding padding = crypto.text(Crypto.PADDING).startsWith("80") ? MacPadding.BIT_AND_ZEROS : MacPadding.ZEROS;
        if (version.isEmpty() || version.get().padding() != padding) {
            remarks.different(
                    crypto,
                    Crypto.PADDING,
                    "the cryptogram's data are padded as the version in tag 9F10 has it"
                            + version.map(each -> ", which is " + each).orElse(""));
        }
    }

    /** From where the formula takes a value of the card; empty for where it takes it anyway. */
    private Optional<String> source(SamplerScope scope, String chip, String tag, String property) {
        if (tag(scope, chip, tag).isPresent()) {
            return Optional.of("@" + chip + "." + tag);
        }
        return Optional.of(crypto.text(property)).filter(value -> !value.isEmpty());
    }

    private static Optional<OldField> tag(SamplerScope scope, String chip, String tag) {
        return scope.fields().values().stream()
                .filter(field -> field.isTagged()
                        && field.holder().equals(chip)
                        && field.tag().equalsIgnoreCase(tag))
                .findFirst();
    }
}
