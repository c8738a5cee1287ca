package io.github.isostress.bench;

import io.github.isostress.failure.FailureException;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.decode.MessageDecoder;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.template.MessageTemplate;
import io.github.isostress.message.value.Expression;
import java.util.Optional;
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

/** What it costs to decode and to fill messages that have other elements each time, by how many kinds take turns. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class KindsBenchmark {
    private static final String COMMON = """
            0 0200
            3 000000
            4 000000001000
            7 1122093015
            11 000042
            37 632609000042
            41 TERM0001
            """;
    /** Any of them may be left out. */
    private static final int[] OPTIONAL = {12, 14, 22, 23, 25, 26};

    /** How many kinds of messages there are. */
    @Param({"1", "2", "4", "40"})
    public int kinds;

    private final IsoPackager packager = Packagers.builtIn("iso87binary");
    private final MessageDecoder decoder = new MessageDecoder(packager);
    private MessageTemplate template;
    private byte[][] messages;
    private int kind;

    /** Fills a message of each kind. */
    @Setup
    public void fill() throws FailureException {
        StringBuilder lines = new StringBuilder(COMMON);
        for (int i = 0; i < OPTIONAL.length; i++) {
            lines.append(OPTIONAL[i]).append(' ').append(i).append('\n');
        }
        template = MessageTemplate.compile(lines.toString(), Optional.of(packager), this::optional);
        messages = new byte[kinds][];
        for (kind = 0; kind < kinds; kind++) {
            messages[kind] = template.fill().bytes();
        }
        kind = 0;
    }

    /** A value of one digit says which bit of the kind's number tells whether it is there. */
    private Expression optional(String text) {
        if (text.length() > 1) {
            return Expression.constant(text);
        }
        int bit = Integer.parseInt(text);
        return new Expression() {
            @Override
            public boolean isConstant() {
                return false;
            }

            @Override
            public String evaluate() {
                return (kind >> bit & 1) == 0 ? "" : "1";
            }
        };
    }

    private int next() {
        kind = kind + 1 < kinds ? kind + 1 : 0;
        return kind;
    }

    /** A message of the next kind, decoded. */
    @Benchmark
    public DecodedMessage decode() throws FailureException {
        return decoder.decode(messages[next()]);
    }

    /** A message with the next combination of elements, filled. */
    @Benchmark
    public byte[] fillNext() throws FailureException {
        next();
        return template.fill().bytes();
    }
}
