package io.github.isostress.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.it.JMeterProcess.Run;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.PlanTree;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.element.Iso8583MessageDefaults;
import io.github.isostress.jmeter.element.Iso8583Request;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.jmeter.setting.Iso8583MessageDefaultsSchema;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import io.github.isostress.support.TestHosts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jmeter.control.GenericController;
import org.apache.jmeter.control.IncludeController;
import org.apache.jmeter.control.ModuleController;
import org.apache.jmeter.control.TestFragmentController;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.testelement.property.CollectionProperty;
import org.apache.jorphan.collections.HashTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Message defaults in a headless JMeter, which drops disabled elements and puts modules and includes in their places.
 */
@ExtendWith(JMeterEnvironment.class)
class MessageDefaultsIT {
    private static final String OURS = "io.github.isostress.jmeter.gui.";
    private static final String JMETERS = "org.apache.jmeter.control.gui.";
    private static final Path EXAMPLE = JMeterProcess.PROJECT.resolve("jmx-examples/terminal.jmx");

    @TempDir
    Path folder;

    @Test
    void shouldSendWhatItInheritsWhenTheExampleRuns() throws Exception {
        Run run = new JMeterProcess(folder, EXAMPLE)
                .with("workers", 1)
                .with("ramp_up_secs", 0)
                .runUntil(soFar -> Stream.of("purchase", "balance inquiry", "echo test")
                        .allMatch(label -> soFar.count(label) > 0));

        assertThat(run.requests()).isNotEmpty().allMatch(Jtl.Sample::successful);
        assertThat(request(run, "purchase"))
                .contains("DE 4 ", "DE 22 ", "051", "TERM0001", "MERCHANT0000001", "AMSTERDAM");
        assertThat(request(run, "balance inquiry"))
                .contains("310000", "011", "TERM0001", "AMSTERDAM")
                .doesNotContain("DE 4 ");
        assertThat(request(run, "echo test")).contains("TERM0001", "301").doesNotContain("DE 42 ", "AMSTERDAM");
    }

    private static String request(Run run, String label) {
        return run.requests().stream()
                .filter(sample -> sample.label().equals(label))
                .findFirst()
                .orElseThrow()
                .request();
    }

    @Test
    void shouldInheritWhereJMeterPutsTheRequestWhenModulesAndIncludesAreUsed() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            Run run = new JMeterProcess(folder, plan(host)).run();

            assertThat(run.requests()).hasSize(3).allMatch(Jtl.Sample::successful);
            assertThat(request(run, "direct")).contains("TERMPLAN").doesNotContain("TERM_OFF");
            assertThat(request(run, "in module")).contains("TERMMODL", "FRAGMENT");
            assertThat(request(run, "in include")).contains("TERMINCL");
        }
    }

    private Path plan(EmbeddedHost host) throws Exception {
        PlanTree tree = new PlanTree();
        Iso8583Connection connection = named(new Iso8583Connection(), "switch", OURS + "Iso8583ConnectionGui");
        connection.set(Iso8583ConnectionSchema.INSTANCE.port, String.valueOf(host.port()));
        tree.plan().add(connection);
        tree.plan().add(defaults("all", "0 0800\n7 0101000000\n11 ${__isoStan()}\n41 TERMPLAN\n70 301"));
        HashTree fragment =
                tree.plan().add(named(new TestFragmentController(), "fragment", JMETERS + "TestFragmentControllerGui"));
        fragment.add(defaults("of the fragment", "42 FRAGMENT"));
        fragment.add(request("in module"));
        HashTree group = tree.group("terminals", 1, 1).tree();
        Iso8583MessageDefaults off = defaults("off", "41 TERM_OFF");
        off.setEnabled(false);
        group.add(off);
        group.add(request("direct"));
        HashTree module = group.add(named(new GenericController(), "calls", JMETERS + "LogicControllerGui"));
        module.add(defaults("of the caller", "41 TERMMODL"));
        module.add(module("plan", "fragment"));
        HashTree include = group.add(named(new GenericController(), "includes", JMETERS + "LogicControllerGui"));
        include.add(defaults("of the includer", "41 TERMINCL"));
        include.add(include());
        Path file = folder.resolve("plan.jmx");
        tree.save(file);
        return file;
    }

    private static ModuleController module(String... path) {
        ModuleController module = named(new ModuleController(), "module", JMETERS + "ModuleControllerGui");
        List<String> nodes = new ArrayList<>(List.of("root"));
        nodes.addAll(List.of(path));
        module.setProperty(new CollectionProperty("ModuleController.node_path", nodes));
        return module;
    }

    private IncludeController include() throws Exception {
        PlanTree included = new PlanTree();
        included.plan()
                .add(named(new TestFragmentController(), "included", JMETERS + "TestFragmentControllerGui"))
                .add(request("in include"));
        Path file = folder.resolve("included.jmx");
        included.save(file);
        IncludeController include = named(new IncludeController(), "include", JMETERS + "IncludeControllerGui");
        include.setIncludePath(file.toString());
        return include;
    }

    private static Iso8583MessageDefaults defaults(String name, String lines) {
        Iso8583MessageDefaults defaults = named(new Iso8583MessageDefaults(), name, OURS + "Iso8583MessageDefaultsGui");
        defaults.set(Iso8583MessageDefaultsSchema.INSTANCE.lines, lines);
        return defaults;
    }

    private static Iso8583Request request(String name) {
        Iso8583Request request = named(new Iso8583Request(), name, OURS + "Iso8583RequestGui");
        request.set(Iso8583RequestSchema.INSTANCE.template, "");
        return request;
    }

    private static <E extends TestElement> E named(E element, String name, String gui) {
        element.setName(name);
        element.setProperty(TestElement.TEST_CLASS, element.getClass().getName());
        element.setProperty(TestElement.GUI_CLASS, gui);
        return element;
    }
}
