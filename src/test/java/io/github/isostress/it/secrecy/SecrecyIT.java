package io.github.isostress.it.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.it.JMeterProcess;
import io.github.isostress.it.JMeterProcess.Run;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.PlanTree;
import io.github.isostress.jmeter.element.Iso8583Assertion;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.element.Iso8583FieldExtractor;
import io.github.isostress.jmeter.element.Iso8583Request;
import io.github.isostress.jmeter.setting.Iso8583AssertionSchema;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.jmeter.setting.Iso8583FieldExtractorSchema;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import io.github.isostress.support.TestHosts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jorphan.collections.HashTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Neither results nor log show a card number, a track or a PIN block, wherever a plan quotes a value. */
@ExtendWith(JMeterEnvironment.class)
class SecrecyIT {
    private static final String PAN = "4761739001010119";
    private static final String TRACK_2 = PAN + "=25122010000012300000";
    private static final String TRACK_1 = "B" + PAN + "^DOE/JOHN^2512201000001230";
    private static final String PIN_BLOCK = "0123456789ABCDEF";
    private static final String[] CLEAR = {
        PAN, PAN.substring(0, 9), PAN.substring(6), "34373631373339", "=2512", "DOE/JOHN", PIN_BLOCK, "2512201"
    };

    /** Functions that fail or cannot be compiled, with secrets beside them and in their arguments. */
    private static final List<String> FAILING = List.of(
            "%s${__isoUtc(bbbb)}",
            "%s${__isoUtc(bbbb)",
            "%s${__isoUtc(bb",
            "%s${PAN",
            "%s${UNKNOWN}",
            "${__isoUtc(%s)}",
            "${__isoPan(%s,16)}",
            "${__isoPan(%s,x)}",
            "${__Random(%s,x)}",
            "${__time(%s b)}",
            "${__intSum(1,%s,2)}",
            "${__longSum(1,%s,2)}",
            "${__RandomString(%s,abc)}",
            "${__unescape(%s\\\\uz)}",
            "${__eval(%s$\\{UNKNOWN})}",
            "${%s}",
            "${__nothing(%s)}");

    @TempDir
    Path folder;

    /** One template for each place in which a value may stand. */
    private static Stream<String> places(String form) {
        return Stream.of(
                "0 0200\n2 " + form.formatted(PAN),
                "0 0200\n35 " + form.formatted(TRACK_2),
                "0 0200\n45 " + form.formatted(TRACK_1),
                "0 0200\n52 " + form.formatted(PIN_BLOCK),
                "0 0200\n48 " + form.formatted("0116" + PAN),
                "0 0200\n55.5A " + form.formatted(PAN),
                "0 0200\n55.57 " + form.formatted(PAN + "D25122010000012300000"),
                "0 0200\n55.9F1F " + form.formatted(PIN_BLOCK),
                "0 0200\n127 " + form.formatted(TRACK_2),
                "hex 30323030 " + form.formatted(PAN),
                "hex 30323030\nhex " + form.formatted("34373631373339303031303130313139"));
    }

    private static Stream<String> refused() {
        return Stream.of(
                "0 0200\n" + PAN + " 1",
                "0 0200\n2 " + PAN + "123456",
                "0 0200\n48." + PAN + " 1",
                "0 0200\n2." + PAN + " 1",
                "0 0200\n35 " + TRACK_2 + "\n35 " + TRACK_2,
                "0 0200\n52 " + PIN_BLOCK + "0",
                "0 0200\n55.57 " + PAN + "D2512201",
                "0 0200\n55." + PAN + " 00",
                "0 " + PAN,
                PAN,
                "hex 0200 " + PAN + " " + TRACK_2,
                "hex 0200" + PAN + "\n2 " + PAN,
                TRACK_1);
    }

    private static Iso8583Request request(String template) {
        Iso8583Request request = named(new Iso8583Request(), "Request");
        request.set(Iso8583RequestSchema.INSTANCE.template, template);
        return request;
    }

    private static <E extends TestElement> E named(E element, String kind) {
        element.setName(kind);
        element.setProperty(TestElement.TEST_CLASS, element.getClass().getName());
        element.setProperty(TestElement.GUI_CLASS, "io.github.isostress.jmeter.gui.Iso8583" + kind + "Gui");
        return element;
    }

    private static Iso8583Connection connection(int port) {
        Iso8583Connection connection = named(new Iso8583Connection(), "Connection");
        connection.set(Iso8583ConnectionSchema.INSTANCE.port, String.valueOf(port));
        return connection;
    }

    private static Iso8583Assertion assertion(String rules) {
        Iso8583Assertion assertion = named(new Iso8583Assertion(), "Assertion");
        assertion.set(Iso8583AssertionSchema.INSTANCE.rules, rules);
        return assertion;
    }

    private static Iso8583FieldExtractor extractor(String variables) {
        Iso8583FieldExtractor extractor = named(new Iso8583FieldExtractor(), "FieldExtractor");
        extractor.set(Iso8583FieldExtractorSchema.INSTANCE.variables, variables);
        return extractor;
    }

    private static void addAfterwards(HashTree tree) {
        tree.add(assertion("2 equals " + PAN));
        tree.add(assertion("41 matches " + PAN + "|" + TRACK_2));
        tree.add(assertion("2 equals ${__isoPan(" + PAN + ",16)}"));
        tree.add(assertion("2 equals ${__intSum(" + PAN + ",1)}"));
        tree.add(assertion(PAN + " present"));
        tree.add(assertion("2 " + PAN));
        tree.add(assertion("35 matches (" + TRACK_2));
        tree.add(extractor(PAN + "=X"));
        tree.add(extractor("2=X,2." + PAN + "=Y"));
        tree.add(extractor("2=${__isoUtc(" + PAN + ")}"));
        tree.add(extractor("2=" + PAN + "=$"));
    }

    /** Its own thread group: a thread whose sample cannot be sent pauses before the next. */
    private static void addAlone(PlanTree plan, int port, String template) {
        HashTree group = plan.group("alone", 1, 1).tree();
        group.add(connection(port));
        group.add(request(template));
    }

    private static void addFailingSessionMessage(PlanTree plan, int port, String form) {
        HashTree group = plan.group("session messages", 1, 1).tree();
        Iso8583Connection connection = connection(port);
        connection.set(Iso8583ConnectionSchema.INSTANCE.signOn, "0 0800\n35 " + form.formatted(TRACK_2));
        group.add(connection);
        group.add(request("0 0800\n11 000001"));
        HashTree answers = plan.group("answers", 1, 1).tree();
        Iso8583Connection answering = connection(port);
        answering.set(Iso8583ConnectionSchema.INSTANCE.unsolicitedAnswer, "35 " + form.formatted(TRACK_2));
        answers.add(answering);
        answers.add(request("0 0800\n11 000001"));
        HashTree settings = plan.group("settings", 1, 1).tree();
        settings.add(connection(port));
        Iso8583Request odd = request("0 0800\n11 000001");
        odd.set(Iso8583RequestSchema.INSTANCE.successCodes, form.formatted(PAN));
        odd.set(Iso8583RequestSchema.INSTANCE.matchElements, form.formatted(PAN));
        settings.add(odd);
    }

    private Run run(PlanTree plan) throws Exception {
        Path file = folder.resolve("plan.jmx");
        plan.save(file);
        return new JMeterProcess(folder, file)
                .with("jmeter.save.saveservice.assertion_results_failure_message", true)
                .run();
    }

    private void assertNothingIsGivenAway(Run run) throws Exception {
        assertThat(Files.readString(folder.resolve("results.jtl"))).doesNotContain(CLEAR);
        assertThat(run.console()).doesNotContain(CLEAR);
        assertThat(run.log()).doesNotContain(CLEAR).doesNotContain("Error occurred compiling");
    }

    @Test
    void shouldTellNoSecretWhenFunctionsFailAndLinesAndRulesAreRefused() throws Exception {
        try (EmbeddedHost host = TestHosts.ruled("on connect : speak first")) {
            PlanTree plan = new PlanTree();
            HashTree group = plan.group("workers", 1, 1).tree();
            group.add(connection(host.port()));
            List<String> templates = Stream.concat(FAILING.stream().flatMap(SecrecyIT::places), refused())
                    .toList();
            templates.forEach(template -> addAlone(plan, host.port(), template));
            addAfterwards(group.add(request("0 0200\n2 " + PAN + "\n3 000000\n35 " + TRACK_2 + "\n11 000001\n"
                    + "48 0116" + PAN + "\n52 " + PIN_BLOCK + "\n41 TERM0001")));
            FAILING.stream().limit(8).forEach(form -> addFailingSessionMessage(plan, host.port(), form));

            Run run = run(plan);

            assertNothingIsGivenAway(run);
            assertThat(run.samples()).hasSizeGreaterThan(templates.size());
            assertThat(run.samples())
                    .filteredOn(sample -> sample.code().equals("TEMPLATE_ERROR"))
                    .hasSizeGreaterThan(templates.size() * 2 / 3);
            assertThat(Files.readString(folder.resolve("results.jtl")))
                    .contains(
                            "line 2, element 35: ${__isoUtc(bbbb)} failed",
                            "DE 41 is TERM0001, which does not match ***");
        }
    }
}
