package io.github.isostress.jmeter.function;

import io.github.isostress.crypto.card.Track;
import java.util.List;

/** {@code ${__isoTrack2(pan,expiry,service,more,separator)}}: track 2 of a card, as DE 35 has it. */
public final class IsoTrack2 extends IsoFunction {
    private static final List<String> SEPARATORS = List.of("=", "D");

    /** JMeter makes it by reflection. */
    public IsoTrack2() {
        super(
                "__isoTrack2",
                "PAN: 8 to 19 digits",
                "Expiry date: YYMM",
                "Service code: three digits",
                "Digits behind it, such as PVKI, PVV and CVV; blank for none",
                "Separator: = or D");
    }

    @Override
    String value(List<String> values) {
        String separator = values.get(4);
        if (!SEPARATORS.contains(separator)) {
            throw new IllegalArgumentException("the separator of track 2 must be = or D");
        }
        return new Track(values.get(0), values.get(1), values.get(2), values.get(3)).second(separator.charAt(0));
    }
}
