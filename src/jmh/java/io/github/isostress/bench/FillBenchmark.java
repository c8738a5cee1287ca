package io.github.isostress.bench;

import io.github.isostress.failure.FailureException;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.template.FilledMessage;
import io.github.isostress.message.template.MessageTemplate;
import io.github.isostress.message.value.Expression;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
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

/**
 * What it costs to build a request from its template, beside jPOS building and packing the same message: 17 elements, 5
 * of them variable, whose values are there already.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class FillBenchmark {
    private static final String MTI = "0200";

    /** Both define the elements alike; one writes digits as BCD, the other as characters. */
    @Param({"iso87binary", "iso87ascii"})
    public String packagerName;

    private final Map<Integer, String> constants = new LinkedHashMap<>();
    private final Map<Integer, String> variables = new LinkedHashMap<>();
    private IsoPackager packager;
    private MessageTemplate template;

    /** Compiles the template and checks that it gives what jPOS gives. */
    @Setup
    public void compile() throws FailureException, ISOException {
        constants.putAll(Map.of(3, "000000", 4, "000000001000", 13, "1122", 14, "2812", 18, "5411", 22, "051"));
        constants.putAll(Map.of(23, "001", 25, "00", 32, "123456", 41, "TERM0001", 42, "MERCHANT0000001", 49, "978"));
        variables.putAll(
                Map.of(2, "4761739001010119", 7, "1122062345", 11, "000042", 12, "062345", 37, "632606000042"));
        packager = Packagers.builtIn(packagerName);
        template = MessageTemplate.compile(text(), Optional.of(packager), Evaluated::compile);
        Agreement.require(template.fill().bytes(), jpos());
    }

    private String text() {
        return "0 " + MTI + "\n" + lines(constants, "") + "\n" + lines(variables, Evaluated.MARK);
    }

    private static String lines(Map<Integer, String> values, String mark) {
        return values.entrySet().stream()
                .map(value -> value.getKey() + " " + mark + value.getValue())
                .collect(Collectors.joining("\n"));
    }

    /** Fills the template. */
    @Benchmark
    public FilledMessage template() throws FailureException {
        return template.fill();
    }

    /** Sets the same values in a jPOS message and packs it. */
    @Benchmark
    public byte[] jpos() throws ISOException {
        ISOMsg message = new ISOMsg();
        message.setPackager(packager);
        message.setMTI(MTI);
        for (Map.Entry<Integer, String> value : constants.entrySet()) {
            message.set(value.getKey(), value.getValue());
        }
        for (Map.Entry<Integer, String> value : variables.entrySet()) {
            message.set(value.getKey(), value.getValue());
        }
        return message.pack();
    }

    /** A value that is evaluated, although it is there already. */
    private record Evaluated(String evaluate) implements Expression {
        static final String MARK = "*";

        static Expression compile(String text) {
            return text.startsWith(MARK) ? new Evaluated(text.substring(1)) : Expression.constant(text);
        }

        @Override
        public boolean isConstant() {
            return false;
        }
    }
}
