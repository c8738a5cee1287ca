package io.github.isostress.jmeter.function;

import io.github.isostress.crypto.CipherAlgorithm;
import java.util.Arrays;
import java.util.List;

/** {@code ${__isoKcv(algorithm,key)}}: the check value of a key, six hex digits. */
public final class IsoKcv extends IsoFunction {
    /** JMeter makes it by reflection. */
    public IsoKcv() {
        super("__isoKcv", "Algorithm: 3DES or AES", KeyArgument.DESCRIPTION);
    }

    @Override
    String value(List<String> values) {
        return KeyArgument.of(algorithm(values.get(0)), values.get(1)).checkValue();
    }

    private static CipherAlgorithm algorithm(String text) {
        return Arrays.stream(CipherAlgorithm.values())
                .filter(algorithm -> algorithm.toString().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the algorithm of a key must be 3DES or AES"));
    }
}
