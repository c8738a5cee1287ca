package io.github.isostress.jmeter.element;

import static io.github.isostress.jmeter.element.Elements.connection;
import static io.github.isostress.jmeter.element.Elements.labelled;
import static io.github.isostress.jmeter.element.Elements.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.support.TestHosts;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.jmeter.samplers.SampleResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a function keeps, such as a counter, belongs to its place in the plan, and all threads share it. */
@ExtendWith(JMeterEnvironment.class)
class FunctionStateTest {
    private static final String COUNTED = "0 0800\n11 ${__counter(FALSE)}\n70 301\n";
    private static final Pattern STAN = Pattern.compile("DE 11 .*?(\\d{6})");
    private static final int THREADS = 3;
    private static final int LOOPS = 4;

    @Test
    void shouldCountForEachSamplerWhenTheirTemplatesAreTheSameText() throws Exception {
        SmallPlan plan = new SmallPlan(THREADS, LOOPS);
        try (EmbeddedHost host = TestHosts.approving()) {
            plan.group().add(connection("switch", host));
            plan.group().add(request("first", COUNTED));
            plan.group().add(request("second", COUNTED));

            List<SampleResult> samples = plan.run();

            assertThat(stans(labelled(samples, "first"))).isEqualTo(upTo(THREADS * LOOPS));
            assertThat(stans(labelled(samples, "second"))).isEqualTo(upTo(THREADS * LOOPS));
        }
    }

    @Test
    void shouldCountForEachConnectionAndEachOfItsMessagesWhenTheirTemplatesAreTheSameText() throws Exception {
        SmallPlan plan = new SmallPlan(THREADS, 1);
        try (EmbeddedHost host = TestHosts.approving()) {
            for (String name : List.of("first", "second")) {
                Iso8583Connection connection = connection(name, host);
                connection.set(Iso8583ConnectionSchema.INSTANCE.signOn, COUNTED);
                connection.set(Iso8583ConnectionSchema.INSTANCE.signOff, COUNTED);
                plan.group()
                        .add(request("over " + name, "0 0800\n11 900001\n70 301"))
                        .add(connection);
            }

            List<SampleResult> samples = plan.run();

            for (String name : List.of("first", "second")) {
                assertThat(stans(labelled(samples, name + " sign-on"))).isEqualTo(upTo(THREADS));
                assertThat(stans(labelled(samples, name + " sign-off"))).isEqualTo(upTo(THREADS));
            }
        }
    }

    private static List<String> stans(List<SampleResult> samples) {
        return samples.stream()
                .map(sample -> STAN.matcher(sample.getSamplerData())
                        .results()
                        .map(match -> match.group(1))
                        .findFirst()
                        .orElse("none"))
                .sorted()
                .toList();
    }

    private static List<String> upTo(int last) {
        return IntStream.rangeClosed(1, last)
                .mapToObj(number -> String.format("%06d", number))
                .toList();
    }
}
