package io.github.isostress.bench;

import io.github.isostress.failure.FailureException;
import io.github.isostress.message.number.Counters;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.template.FilledMessage;
import io.github.isostress.message.template.MessageTemplate;
import io.github.isostress.message.value.Expression;
import io.github.isostress.message.value.MessageContext;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to fill a purchase with chip data, and to seal it: each part alone, and all. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SealBenchmark {
    /** Which lines are computed. */
    public enum Sealed {
        /** None: the template has no formula. */
        NOTHING(PurchaseLines.CHIP),
        /** KSN and PIN block by 3DES DUKPT. */
        PIN(PurchaseLines.PIN),
        /** ATC, unpredictable number and a Visa cryptogram. */
        ARQC(PurchaseLines.ARQC),
        /** A retail MAC. */
        MAC(PurchaseLines.MAC),
        /** All of these. */
        ALL(PurchaseLines.PIN + PurchaseLines.ARQC + PurchaseLines.MAC);

        private final String lines;

        Sealed(String lines) {
            this.lines = lines;
        }
    }

    /** What is computed. */
    @Param
    public Sealed sealed;

    private MessageTemplate template;
    private MessageContext context;

    /** Compiles the template. */
    @Setup
    public void compile() throws FailureException {
        template = MessageTemplate.compile(
                PurchaseLines.CARDS + PurchaseLines.COMMON + sealed.lines,
                Optional.of(Packagers.builtIn(Purchase.PACKAGER)),
                Evaluated::compile);
    }

    /** A terminal's counter ends after a million requests. */
    @Setup(Level.Iteration)
    public void countAnew() {
        context = new MessageContext(PurchaseKeys.keys(), new Counters());
    }

    /** Fills and seals one purchase. */
    @Benchmark
    public FilledMessage fill() throws FailureException {
        return template.fill(context);
    }

    /** A value that is there already, but for the card, which changes. */
    private record Evaluated(String text) implements Expression {
        private static final long FIRST_CARD = 9_999_990_000_000_000L;
        private static final int CARDS = 10_000;

        static Expression compile(String text) {
            return text.contains("${") ? new Evaluated(PurchaseLines.fixed(text)) : Expression.constant(text);
        }

        @Override
        public boolean isConstant() {
            return false;
        }

        @Override
        public String evaluate() {
            return text.startsWith("${")
                    ? Long.toString(FIRST_CARD + ThreadLocalRandom.current().nextInt(CARDS))
                    : text;
        }
    }
}
