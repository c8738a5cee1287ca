package io.github.isostress.jmeter.function;

import io.github.isostress.crypto.dukpt.DukptScheme;
import io.github.isostress.crypto.dukpt.Ksn;
import io.github.isostress.jmeter.CurrentRun;
import io.github.isostress.message.number.Counters;
import io.github.isostress.seal.TerminalCounter;
import java.util.List;
import java.util.Optional;

/**
 * {@code ${__isoKsn(id,start)}}: the KSN of a terminal's next DUKPT transaction. The length of the initial key id tells
 * whether it is of 3DES or of AES.
 */
public final class IsoKsn extends IsoFunction {
    /** JMeter makes it by reflection. */
    public IsoKsn() {
        super(
                "__isoKsn",
                "Initial key id: 20 hex digits with 3DES, 16 with AES",
                "First counter, 1 for a new terminal");
    }

    @Override
    String value(List<String> values) {
        String id = values.get(0);
        DukptScheme scheme = id.length() == DukptScheme.AES.idDigits() ? DukptScheme.AES : DukptScheme.TDES;
        Ksn initial = scheme.initial(id);
        Counters counters = CurrentRun.context().counters(Optional.empty());
        return new TerminalCounter(initial).next(counters, start(values.get(1))).toString();
    }

    private static long start(String text) {
        if (!text.matches("\\d{1,10}")) {
            throw new IllegalArgumentException("the first counter of a KSN must be a whole number");
        }
        return Long.parseLong(text);
    }
}
