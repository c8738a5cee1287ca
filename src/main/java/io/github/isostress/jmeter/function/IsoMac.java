package io.github.isostress.jmeter.function;

import io.github.isostress.crypto.CipherAlgorithm;
import io.github.isostress.crypto.CipherKey;
import io.github.isostress.crypto.mac.MacAlgorithm;
import io.github.isostress.crypto.mac.MacPadding;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** {@code ${__isoMac(algorithm,padding,length,key,data)}}: the MAC of any bytes, in hex digits. */
public final class IsoMac extends IsoFunction {
    /** JMeter makes it by reflection. */
    public IsoMac() {
        super(
                "__isoMac",
                "Algorithm: "
                        + Arrays.stream(MacAlgorithm.values())
                                .map(MacAlgorithm::toString)
                                .collect(Collectors.joining(", ")),
                "Padding: 1, 2 or none; blank for CMAC and HMAC",
                "Length: 4 to 8 bytes; CMAC with AES 16, HMAC 32",
                KeyArgument.DESCRIPTION,
                "Data in hex digits");
    }

    @Override
    String value(List<String> values) {
        MacAlgorithm algorithm = MacAlgorithm.of(values.get(0));
        MacPadding padding = algorithm.takesPadding() ? MacPadding.of(values.get(1)) : MacPadding.ZEROS;
        CipherKey key = KeyArgument.of(cipher(algorithm), values.get(3));
        byte[] data = KeyArgument.bytes("the data", values.get(4));
        return HexFormat.of()
                .withUpperCase()
                .formatHex(algorithm.with(key, padding, length(values.get(2))).of(data));
    }

    private static CipherAlgorithm cipher(MacAlgorithm algorithm) {
        return algorithm == MacAlgorithm.AES_CMAC || algorithm == MacAlgorithm.HMAC_SHA256
                ? CipherAlgorithm.AES
                : CipherAlgorithm.TDES;
    }

    private static int length(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the length of a MAC must be a whole number", e);
        }
    }
}
