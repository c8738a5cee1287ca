package io.github.isostress.jmeter.element;

import static io.github.isostress.jmeter.element.Elements.connection;
import static io.github.isostress.jmeter.element.Elements.labelled;
import static io.github.isostress.jmeter.element.Elements.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.jmeter.setting.Iso8583MessageDefaultsSchema;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import io.github.isostress.support.TestHosts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jmeter.control.GenericController;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jorphan.collections.HashTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a request inherits from the message defaults in its scope. */
@ExtendWith(JMeterEnvironment.class)
class MessageDefaultsTest {
    private static final Pattern ELEMENT = Pattern.compile(" *(DE )?\\S+ +\\d+ +\\d+ ");
    private static final String STANDARD = "0 0800\n7 0101000000\n11 000001\n70 301\n";

    private final SmallPlan plan = new SmallPlan(1, 1);

    private static Iso8583MessageDefaults defaults(String name, String lines) {
        Iso8583MessageDefaults defaults = new Iso8583MessageDefaults();
        defaults.setName(name);
        defaults.set(Iso8583MessageDefaultsSchema.INSTANCE.lines, lines);
        return defaults;
    }

    private HashTree controller(String name) {
        GenericController controller = new GenericController();
        controller.setName(name);
        return plan.group().add(controller);
    }

    /** Its elements with their values, of which a sample's text has a line each. */
    private static Map<String, String> sent(List<SampleResult> samples, String label) {
        SampleResult sample = labelled(samples, label).get(0);
        assertThat(sample.isSuccessful()).as(sample.getResponseDataAsString()).isTrue();
        List<String> lines = sample.getSamplerData().lines().toList();
        int column = lines.get(1).indexOf("value");
        return lines.stream()
                .filter(line -> ELEMENT.matcher(line).lookingAt())
                .collect(Collectors.toMap(
                        line -> line.replaceFirst("^ *(DE )?(\\S+) .*", "$2"),
                        line -> line.substring(column).replace("\"", "").strip()));
    }

    @Test
    void shouldTakeTheNearestLineWhenDefaultsStandOnSeveralLevels() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            plan.group().add(connection("switch", host));
            plan.plan().add(defaults("every message", STANDARD + "41 TERMPLAN\n42 MERCHANTOFPLAN\n"));
            HashTree inner = controller("inner");
            inner.add(defaults("inner", "41 TERMNEAR\n"));
            inner.add(request("inherits", ""));
            inner.add(request("overrides", "41 TERMOWN1\n11 000002\n"));
            plan.group().add(request("outside", ""));

            List<SampleResult> samples = plan.run();

            assertThat(sent(samples, "inherits"))
                    .containsEntry("11", "000001")
                    .containsEntry("41", "TERMNEAR")
                    .containsEntry("42", "MERCHANTOFPLAN");
            assertThat(sent(samples, "overrides")).containsEntry("11", "000002").containsEntry("41", "TERMOWN1");
            assertThat(sent(samples, "outside")).containsEntry("41", "TERMPLAN");
        }
    }

    @Test
    void shouldLeaveAnElementOutWhenANearerLineHasNoValue() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            plan.group().add(connection("switch", host));
            plan.group().add(defaults("every message", STANDARD + "41 TERMPLAN\n42 MERCHANTOFPLAN\n"));
            plan.group().add(request("all", ""));
            plan.group().add(request("own", "42\n"));
            HashTree inner = controller("inner");
            inner.add(defaults("inner", "41\n"));
            inner.add(request("inner", ""));
            inner.add(request("back", "41 TERMBACK"));

            List<SampleResult> samples = plan.run();

            assertThat(sent(samples, "all")).containsKeys("41", "42");
            assertThat(sent(samples, "own")).containsKey("41").doesNotContainKey("42");
            assertThat(sent(samples, "inner")).containsKey("42").doesNotContainKey("41");
            assertThat(sent(samples, "back")).containsEntry("41", "TERMBACK");
        }
    }

    @Test
    void shouldJoinPartsWhenRequestAndDefaultsGiveSomeEach() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            plan.group().add(connection("switch", host));
            plan.group().add(defaults("chip", STANDARD + "55.9F02 000000001000\n55.9F1A 0528\n"));
            plan.group().add(request("purchase", "55.9F36 0007\n55.9F02 000000002000\n"));

            String sent = labelled(plan.run(), "purchase").get(0).getSamplerData();

            assertThat(sent)
                    .containsPattern("9F02 .*000000002000")
                    .containsPattern("9F1A .*0528")
                    .containsPattern("9F36 .*0007");
        }
    }

    @Test
    void shouldInheritNothingWhenTheRequestIsACapturedMessage() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            plan.group().add(connection("switch", host));
            plan.group().add(defaults("every message", "41 TERMPLAN\n"));
            plan.group().add(request("captured", "hex 30383030" + "30303230303030303030303030303030" + "303030303031"));

            assertThat(sent(plan.run(), "captured"))
                    .containsEntry("11", "000001")
                    .doesNotContainKey("41");
        }
    }

    @Test
    void shouldNameDefaultsAndLineWhenAConnectionsPackagerRefusesTheirValue() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            plan.plan().add(defaults("numbers", "7 0101000000\n# twelve digits\n11 000000000001\n"));
            HashTree six = controller("six digits");
            six.add(connection("six digits", host));
            six.add(request("refused", "0 0800"));
            HashTree twelve = controller("twelve digits");
            Iso8583Connection connection = connection("twelve digits", host);
            connection.set(Iso8583ConnectionSchema.INSTANCE.packager, "cmf");
            twelve.add(connection);
            Iso8583Request request = request("taken", "0 1800");
            request.set(Iso8583RequestSchema.INSTANCE.expectAnswer, false);
            twelve.add(request);

            List<SampleResult> samples = plan.run();

            assertThat(labelled(samples, "refused").get(0).getResponseDataAsString())
                    .startsWith("TEMPLATE_ERROR")
                    .contains("line 3 of \"numbers\", element 11: ");
            assertThat(sent(samples, "taken")).containsEntry("11", "000000000001");
        }
    }

    @Test
    void shouldEvaluateInheritedLinesInTheThreadThatSendsWhenTheyHoldVariables() throws Exception {
        SmallPlan threads = new SmallPlan(3, 1);
        try (EmbeddedHost host = TestHosts.approving()) {
            threads.group().add(connection("switch", host));
            threads.plan().add(defaults("terminal", STANDARD + "41 TERM000${__threadNum}\n"));
            threads.group().add(request("echo", ""));

            assertThat(values(threads.run(), "echo", "41")).containsExactly("TERM0001", "TERM0002", "TERM0003");
        }
    }

    /** A function's state belongs to the place where it is written. */
    @Test
    void shouldCountThroughAllRequestsWhenTheyInheritACounter() throws Exception {
        SmallPlan threads = new SmallPlan(2, 2);
        try (EmbeddedHost host = TestHosts.approving()) {
            threads.group().add(connection("switch", host));
            threads.plan().add(defaults("counted", STANDARD + "37 ${__counter(FALSE)}\n"));
            threads.group().add(request("first", ""));
            threads.group().add(request("second", "41 TERMOWN1"));
            threads.group().add(request("own counter", "37 ${__counter(FALSE)}"));

            List<SampleResult> samples = threads.run();

            List<String> inherited = new ArrayList<>(values(samples, "first", "37"));
            inherited.addAll(values(samples, "second", "37"));
            assertThat(inherited).extracting(Integer::valueOf).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
            assertThat(values(samples, "own counter", "37"))
                    .extracting(Integer::valueOf)
                    .containsExactlyInAnyOrder(1, 2, 3, 4);
        }
    }

    private static List<String> values(List<SampleResult> samples, String label, String element) {
        return labelled(samples, label).stream()
                .map(sample -> sent(List.of(sample), label).get(element))
                .sorted()
                .toList();
    }

    @Test
    void shouldRunWhenDefaultsHaveNoRequest() throws Exception {
        plan.plan().add(defaults("alone", "41 ${__counter(FALSE)}\nno line at all"));
        plan.group().add(defaults("unclosed", "41 ${__counter(FALSE"));

        assertThat(plan.run()).isEmpty();
    }
}
