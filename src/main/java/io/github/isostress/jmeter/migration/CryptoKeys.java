package io.github.isostress.jmeter.migration;

import io.github.isostress.jmeter.element.Iso8583Keys;
import io.github.isostress.jmeter.migration.OldPlugin.Crypto;
import io.github.isostress.jmeter.setting.Iso8583KeysSchema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The keys of a pre-processor, by the names that formulas have for them. Printed, it shows none. For one element. */
final class CryptoKeys {
    private static final String PIN_DATA = "PIN_DATA";

    private final PlanNode crypto;
    private final String suffix;
    /** Use, algorithm and form, with the key's digits, by name. */
    private final Map<String, String> lines = new LinkedHashMap<>();

    /**
     * @param suffix of the keys' names, which makes them those of this element alone; may be empty
     */
    CryptoKeys(PlanNode crypto, String suffix) {
        this.crypto = crypto;
        this.suffix = suffix;
        add("ZPK", "pin 3des", isDukpt() ? "" : crypto.text(Crypto.PIN_KEY));
        add("BDK", "bdk-3des", isDukpt() ? crypto.text(Crypto.PIN_KEY) : "");
        add("MAK", "mac 3des", crypto.text(Crypto.MAC_KEY));
        add("IMK", "imk-ac 3des", crypto.text(Crypto.MASTER_KEY));
    }

    private void add(String name, String use, String digits) {
        if (!digits.isEmpty()) {
            lines.put(name + suffix, use + " clear=" + digits);
        }
    }

    /** Whether the PIN key is one from which each transaction's key is derived. */
    boolean isDukpt() {
        return !crypto.text(Crypto.KSN_FIELD).isEmpty();
    }

    /** The name of the key for PINs. */
    String pin() {
        return (isDukpt() ? "BDK" : "ZPK") + suffix;
    }

    /** The name of that key for PIN blocks that are made elsewhere: it is then a key for data. */
    String pinData() {
        add(PIN_DATA, "data 3des", crypto.text(Crypto.PIN_KEY));
        return PIN_DATA + suffix;
    }

    /** The name of the key for MACs. */
    String mac() {
        return "MAK" + suffix;
    }

    /** The name of the issuer's master key. */
    String master() {
        return "IMK" + suffix;
    }

    /** The element that holds the keys in the new plan. */
    NewElement element() {
        String text = lines.entrySet().stream()
                .map(line -> line.getKey() + "  " + line.getValue())
                .collect(Collectors.joining("\n"));
        return NewElement.inPlaceOf(crypto, Iso8583Keys.class).with(Iso8583KeysSchema.INSTANCE.keys, text);
    }
}
