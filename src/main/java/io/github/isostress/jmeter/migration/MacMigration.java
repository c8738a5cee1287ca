package io.github.isostress.jmeter.migration;

import io.github.isostress.jmeter.migration.OldPlugin.Crypto;
import io.github.isostress.message.IsoPackager;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jpos.iso.ISOFieldPackager;

/** Says as a formula how a pre-processor computed the MAC of a message. For one pre-processor. */
final class MacMigration {
    private static final int BITMAP_SPAN = 64;
    private static final int USUAL_LENGTH = 8;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");

    /** Bouncy Castle's names of algorithms; the MACs are as long as it makes them. */
    private static final Map<String, Algorithm> ALGORITHMS = Map.of(
            "DESEDE", new Algorithm("alg1", "1", 4),
            "DESEDEMAC", new Algorithm("alg1", "1", 4),
            "DESEDE64", new Algorithm("alg1", "1", 8),
            "DESEDEMAC64", new Algorithm("alg1", "1", 8),
            "ISO9797ALG3MAC", new Algorithm("retail", "1", 8),
            "ISO9797ALG3MACWITHISO7816-4PADDING", new Algorithm("retail", "2", 8));

    private final PlanNode crypto;
    private final CryptoKeys keys;
    private final MigrationRemarks remarks;

    /** What a formula says of an algorithm. */
    private record Algorithm(String name, String padding, int length) {}

    MacMigration(PlanNode crypto, CryptoKeys keys, MigrationRemarks remarks) {
        this.crypto = crypto;
        this.keys = keys;
        this.remarks = remarks;
    }

    /**
     * Adds the line, if a MAC was asked for.
     *
     * @param packager of the message; empty if only the run knows it
     */
    void apply(SamplerScope scope, Optional<IsoPackager> packager, TemplateLines lines) {
        String name = crypto.text(Crypto.MAC_ALGORITHM);
        if (name.isEmpty() || crypto.text(Crypto.MAC_KEY).isEmpty()) {
            return;
        }
        Algorithm algorithm = ALGORITHMS.get(name.toUpperCase(Locale.ROOT));
        String field = crypto.text(Crypto.MAC_FIELD);
        if (algorithm == null || !field.isEmpty() && !NUMBER.matcher(field).matches()) {
            remarks.missing(
                    crypto,
                    algorithm == null ? Crypto.MAC_ALGORITHM : Crypto.MAC_FIELD,
                    algorithm == null ? "no formula has the algorithm " + name : "the MAC's element must be a number");
            lines.note("A MAC was computed, which is not here.");
            return;
        }
        int last = last(scope);
        int element = field.isEmpty() ? (last - 1) / BITMAP_SPAN * BITMAP_SPAN + BITMAP_SPAN : Integer.parseInt(field);
        if (element < last) {
            remarks.different(
                    crypto,
                    Crypto.MAC_FIELD,
                    "the MAC covers what stands before its own element; it was over all "
                            + "but the message's last bytes");
        }
        Optional<ISOFieldPackager> definition =
                packager.filter(known -> known.defines(element)).map(known -> known.getFieldPackager(element));
        if (definition
                .filter(each -> each.getMaxPackedLength() > each.getLength())
                .isPresent()) {
            remarks.different(
                    scope.sampler(),
                    OldPlugin.Sampler.FIELDS,
                    "the MAC was also over half of its own element, "
                            + "whose bytes are sent as hex digits; here it is over what stands before it");
        }
        int length = definition.map(ISOFieldPackager::getLength).orElse(USUAL_LENGTH);
        lines.addFormula(String.valueOf(element), formula(algorithm, length));
    }

    private String formula(Algorithm algorithm, int fieldLength) {
        FormulaLine line = FormulaLine.of("mac")
                .with("key", keys.mac())
                .with("algorithm", algorithm.name())
                .with("padding", algorithm.padding())
                .with("length", String.valueOf(algorithm.length()));
        if (fieldLength > algorithm.length()) {
            line.with("fill", String.valueOf(fieldLength)).with("filler", "FF");
        }
        return line.toString();
    }

    /** The highest element of the message. */
    private static int last(SamplerScope scope) {
        return scope.fields().values().stream()
                .flatMap(field -> field.path().stream())
                .mapToInt(path -> Integer.parseInt(path.split("\\.")[0]))
                .max()
                .orElse(1);
    }
}
