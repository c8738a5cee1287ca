package io.github.isostress.jmeter.migration;

import io.github.isostress.jmeter.migration.OldPlugin.Config;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * By which elements jPOS's QMUX 2.1.10 told which answer is for which request: its keys, as it read them. The first row
 * of the table, whatever MTI it has, is the key of all messages that no row is for; a row is for the messages whose MTI
 * begins with its first two digits. Immutable.
 */
final class MuxKeys {
    private static final String USUAL = "41 11";
    private static final int MTI_BEGINNING = 2;
    /** Each pair is a request's and its answer's third digit. */
    private static final List<String> FUNCTIONS = List.of("01", "23", "45");

    private final Map<String, String> byBeginning = new LinkedHashMap<>();
    private final String others;

    MuxKeys(PlanNode config) {
        List<PlanNode.Row> rows = config.rows(Config.MUX_KEYS);
        others = rows.isEmpty() ? USUAL : elements(rows.get(0));
        rows.stream()
                .filter(row -> row.name().length() >= MTI_BEGINNING)
                .forEach(row -> byBeginning.put(row.name().substring(0, MTI_BEGINNING), elements(row)));
    }

    private static String elements(PlanNode.Row row) {
        String elements = row.property(Config.VALUE).replace(',', ' ').strip().replaceAll("\\s+", " ");
        return elements.isEmpty() ? USUAL : elements;
    }

    /** The match elements of requests with this MTI. */
    String of(String mti) {
        String beginning = mti.substring(0, Math.min(MTI_BEGINNING, mti.length()));
        return byBeginning.getOrDefault(beginning, others);
    }

    /** Whether the connection's MTI mapping takes the MTI that answers a request, by ISO 8583, for its answer. */
    static boolean mapsAsTheStandard(PlanNode config) {
        String[] digits = config.text(Config.MTI_MAPPING).split("[, ]+");
        if (digits.length != FUNCTIONS.size()) {
            return digits.length == 1 && digits[0].isEmpty();
        }
        String functions = digits[2];
        return FUNCTIONS.stream()
                .allMatch(pair -> functions.length() == 10
                        && functions.charAt(pair.charAt(0) - '0') == functions.charAt(pair.charAt(1) - '0'));
    }
}
