package io.github.isostress.bench;

import io.github.isostress.crypto.key.Keys;
import io.github.isostress.exchange.Outcome;
import io.github.isostress.exchange.ResponseMatcher;
import io.github.isostress.exchange.UnmatchedFrames;
import io.github.isostress.failure.FailureException;
import io.github.isostress.framing.Frame;
import io.github.isostress.judgement.ResponseRules;
import io.github.isostress.judgement.Verdict;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.decode.MessageDecoder;
import io.github.isostress.message.describe.MessageDescriber;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.template.MessageTemplate;
import io.github.isostress.message.value.Expression;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;
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

/** What it costs to judge an answer of 17 elements and to show it, beside jPOS unpacking the same message. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ReadBenchmark {
    private static final String COMMON = """
            2 4761739001010119
            3 000000
            4 000000001000
            7 1122093015
            11 000042
            12 093015
            13 1122
            18 5411
            22 051
            25 00
            32 123456
            37 632609000042
            41 TERM0001
            42 MERCHANT0000001
            49 978
            """;
    private static final String REQUEST = "0 0200\n" + COMMON + "14 2812\n35 4761739001010119=28122010000000000\n";
    private static final String ANSWER = "0 0210\n" + COMMON + "38 A1B2C3\n39 00\n";
    private static final int MESSAGE_START = 2;
    private static final UnmatchedFrames NONE_UNMATCHED = new UnmatchedFrames();
    private static final byte[] NOTHING = {};

    /** The packager. */
    @Param({"iso87binary", "iso87ascii"})
    public String packager;

    private final ResponseMatcher matcher = new ResponseMatcher(List.of(ElementPath.parse("11")));
    private final ResponseRules rules = new ResponseRules(Set.of("00"), ResponseRules.USUALLY_RETURNED);

    private IsoPackager definition;
    private MessageDecoder decoder;
    private byte[] answer;
    private byte[] answerFrame;
    private byte[] requestBytes;
    private Frame frame;

    /** Fills both messages. */
    @Setup
    public void fill() throws FailureException {
        definition = Packagers.builtIn(packager);
        decoder = new MessageDecoder(definition);
        requestBytes = filled(REQUEST);
        answer = filled(ANSWER);
        answerFrame = new byte[MESSAGE_START + answer.length];
        answerFrame[1] = (byte) answer.length;
        System.arraycopy(answer, 0, answerFrame, MESSAGE_START, answer.length);
        frame = new Frame(answerFrame, MESSAGE_START, answer.length, 0, 0);
    }

    private byte[] filled(String lines) throws FailureException {
        return MessageTemplate.compile(lines, Optional.of(definition), Expression::constant)
                .fill()
                .bytes();
    }

    /** jPOS reading the answer, which is all that it does. */
    @Benchmark
    public ISOMsg jposUnpack() throws ISOException {
        ISOMsg message = new ISOMsg();
        message.setPackager(definition);
        message.unpack(answer);
        return message;
    }

    /** The answer alone, decoded. */
    @Benchmark
    public DecodedMessage decode() throws FailureException {
        return decoder.decode(answer);
    }

    /** Request and answer decoded, the answer recognised by DE 11, its usual echoes compared, DE 39 judged. */
    @Benchmark
    public Verdict judge() throws FailureException {
        DecodedMessage sent = decoder.decode(requestBytes);
        DecodedMessage came = decoder.decode(answer);
        if (matcher.mismatch(sent, came).isPresent()) {
            throw new IllegalStateException();
        }
        return rules.judge(outcome(sent, came));
    }

    private Outcome outcome(DecodedMessage sent, DecodedMessage came) {
        return new Outcome(
                requestBytes,
                0,
                true,
                sent,
                frame,
                came,
                null,
                0,
                0,
                0,
                NONE_UNMATCHED,
                NOTHING,
                0,
                0,
                Keys.NONE,
                null);
    }

    /** The answer decoded and put into words. */
    @Benchmark
    public String describe() throws FailureException {
        return MessageDescriber.masked(answerFrame, MESSAGE_START, decoder.decode(answer))
                .text();
    }

    /** The answer decoded, its bytes alone shown. */
    @Benchmark
    public String mask() throws FailureException {
        return MessageDescriber.maskedBytes(answerFrame, MESSAGE_START, decoder.decode(answer))
                .toString();
    }
}
