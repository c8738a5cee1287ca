package io.github.isostress.bench;

import io.github.isostress.crypto.CipherKey;
import io.github.isostress.crypto.emv.ApplicationCryptogram;
import io.github.isostress.crypto.emv.CardKeyOption;
import io.github.isostress.crypto.emv.CardKeys;
import io.github.isostress.crypto.emv.ChipCard;
import io.github.isostress.crypto.emv.CryptogramVersion;
import io.github.isostress.crypto.mac.MacAlgorithm;
import io.github.isostress.crypto.mac.MacPadding;
import io.github.isostress.crypto.mac.MessageMac;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the MAC of a message of 200 bytes costs, and the cryptogram of a card's next transaction. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class CryptogramBenchmark {
    private static final byte[] MESSAGE = new byte[200];

    /** As long as the data of CVN 18 with issuer application data of 7 bytes. */
    private static final byte[] TRANSACTION = new byte[40];

    private static final byte[] UNPREDICTABLE = new byte[4];
    private static final CryptogramVersion VERSION = CryptogramVersion.VISA_18;

    private final MessageMac retail = mac(MacAlgorithm.RETAIL, CipherKey.tdes(new byte[16]));
    private final MessageMac cmac = mac(MacAlgorithm.AES_CMAC, CipherKey.aes(new byte[16]));
    private final MessageMac hmac = mac(MacAlgorithm.HMAC_SHA256, CipherKey.tdes(new byte[16]));
    private final CipherKey issuer = CipherKey.tdes(new byte[16]);
    private final CardKeys cards = new CardKeys();
    private int counter;

    private static MessageMac mac(MacAlgorithm algorithm, CipherKey key) {
        return algorithm.with(key, MacPadding.ZEROS, 8);
    }

    /** ISO 9797-1 algorithm 3. */
    @Benchmark
    public byte[] retailMac() {
        return retail.of(MESSAGE);
    }

    /** CMAC with AES-128. */
    @Benchmark
    public byte[] aesCmac() {
        return cmac.of(MESSAGE);
    }

    /** HMAC with SHA-256. */
    @Benchmark
    public byte[] hmacSha256() {
        return hmac.of(MESSAGE);
    }

    /** The ARQC of CVN 18 of a card that has been seen before. */
    @Benchmark
    public byte[] arqc() {
        counter++;
        ChipCard card = new ChipCard("4761739001010119", "01");
        CipherKey key = VERSION.cryptogramKey()
                .derive(
                        cards.of(issuer, CardKeyOption.A, card),
                        new byte[] {(byte) (counter >> Byte.SIZE), (byte) counter},
                        UNPREDICTABLE);
        return ApplicationCryptogram.of(key, TRANSACTION, VERSION.padding());
    }
}
