package io.github.isostress.bench;

import io.github.isostress.crypto.CipherKey;
import io.github.isostress.crypto.dukpt.Dukpt;
import io.github.isostress.crypto.dukpt.DukptScheme;
import io.github.isostress.crypto.dukpt.Ksn;
import io.github.isostress.crypto.dukpt.WorkingKeyUse;
import io.github.isostress.crypto.pin.PinBlockFormat;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** What a terminal's next transaction costs: its PIN key and its MAC key, and a PIN block under the first. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class DukptBenchmark {
    /** Bits of the BDK. */
    @Param({"3DES-128", "AES-128", "AES-256"})
    public String bdk;

    private Dukpt dukpt;
    private PinBlockFormat format;
    private Ksn ksn;

    /** Makes the BDK, and the terminal with the published initial key id. */
    @Setup
    public void begin() {
        boolean isAes = bdk.startsWith("AES");
        byte[] key = new byte[bdk.endsWith("256") ? 32 : 16];
        dukpt = new Dukpt(isAes ? CipherKey.aes(key) : CipherKey.tdes(key));
        format = isAes ? PinBlockFormat.ISO_4 : PinBlockFormat.ISO_0;
        ksn = dukpt.scheme().initial(isAes ? "1234567890123456" : "FFFF9876543210E00000");
    }

    private Ksn next() {
        DukptScheme scheme = dukpt.scheme();
        long counter = ksn.counter();
        do {
            counter = counter >= scheme.lastCounter() ? 1 : counter + 1;
        } while (!scheme.allows(counter));
        ksn = ksn.at(counter);
        return ksn;
    }

    /** Both keys, ready for use. */
    @Benchmark
    public void keys(Blackhole sink) {
        Ksn next = next();
        sink.consume(dukpt.key(next, WorkingKeyUse.PIN));
        sink.consume(dukpt.key(next, WorkingKeyUse.MAC_REQUEST));
    }

    /** The PIN block: format 0 with 3DES, format 4 with AES. */
    @Benchmark
    public byte[] pinBlock() {
        return format.encipher("1234", "4111111111111111", dukpt.key(next(), WorkingKeyUse.PIN));
    }
}
