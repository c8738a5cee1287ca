package io.github.isostress.bench;

import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.setting.JMeterExpressions;
import io.github.isostress.message.value.Expression;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.jmeter.threads.JMeterContextService;
import org.apache.jmeter.threads.JMeterVariables;
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
 * What a value that is evaluated for each message costs: our functions, beside a variable, which JMeter alone looks up.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class FunctionsBenchmark {
    /** What stands in the template. */
    @Param({
        "${VARIABLE}",
        "${__isoStan()}",
        "${__isoRrn()}",
        "${__isoUtc(MMddHHmmss)}",
        "${__isoPan(476173,16)}",
        "${__isoPan(${BIN},16)}"
    })
    public String value;

    private Expression expression;

    /** Gives the thread variables and compiles the value. */
    @Setup
    public void compile() throws IOException {
        new JMeterEnvironment().beforeAll(null);
        JMeterVariables variables = new JMeterVariables();
        variables.put("VARIABLE", "000042");
        variables.put("BIN", "476173");
        JMeterContextService.getContext().setVariables(variables);
        expression = JMeterExpressions.INSTANCE.compile(value);
    }

    /** Evaluates it, as a sample does. */
    @Benchmark
    public String evaluate() {
        return expression.evaluate();
    }
}
