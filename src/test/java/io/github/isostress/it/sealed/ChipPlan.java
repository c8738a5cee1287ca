package io.github.isostress.it.sealed;

import io.github.isostress.crypto.key.KeyLines;
import io.github.isostress.crypto.key.KeyParity;
import io.github.isostress.crypto.key.Keys;
import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.host.HostSettings;
import io.github.isostress.host.seal.HostSeals;
import io.github.isostress.it.JMeterProcess;
import io.github.isostress.jmeter.element.Iso8583Host;
import io.github.isostress.jmeter.element.Iso8583Keys;
import io.github.isostress.jmeter.element.Iso8583RateTimer;
import io.github.isostress.jmeter.element.Iso8583Request;
import io.github.isostress.jmeter.setting.Iso8583HostSchema;
import io.github.isostress.jmeter.setting.Iso8583KeysSchema;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import io.github.isostress.support.TestHosts;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.jmeter.control.LoopController;
import org.apache.jmeter.save.SaveService;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jmeter.threads.ThreadGroup;
import org.apache.jorphan.collections.HashTree;

/** The example plan of chip, PIN and MAC, changed for a test: its requests run so many times, as fast as they can. */
final class ChipPlan {
    static final Path EXAMPLE = JMeterProcess.PROJECT.resolve("jmx-examples/chip-pin-mac.jmx");
    static final String TDES = "chip and PIN";
    static final String AES = "chip and PIN AES";
    private static final String PACKAGER = "iso93binary";
    private static final String PIN = "1234";

    private final HashTree root;
    private final HashTree plan;
    private final HashTree terminals;

    ChipPlan(int workers, int loops) throws IOException {
        root = SaveService.loadTree(EXAMPLE.toFile());
        plan = root.getTree(root.getArray()[0]);
        ThreadGroup group = only(plan, ThreadGroup.class);
        terminals = plan.getTree(group);
        group.setNumThreads(workers);
        group.setScheduler(false);
        ((LoopController) group.getSamplerController()).setLoops(loops);
        terminals.remove(only(terminals, Iso8583RateTimer.class));
    }

    private static <E> E only(HashTree tree, Class<E> type) {
        return Arrays.stream(tree.getArray())
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private Iso8583Request request(String name) {
        return Arrays.stream(terminals.getArray())
                .filter(element -> element instanceof Iso8583Request request
                        && request.getName().equals(name))
                .map(Iso8583Request.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /**
     * Starts the plan's host in this JVM, so that its counts can be read.
     *
     * @param rules that the plan's host does not have
     */
    EmbeddedHost host(String rules) {
        Keys keys = KeyLines.read(
                only(plan, Iso8583Keys.class).get(Iso8583KeysSchema.INSTANCE.keys), KeyParity.ADJUSTED, Keys.NONE);
        String seals = only(plan, Iso8583Host.class).get(Iso8583HostSchema.INSTANCE.seals);
        HostSettings settings = TestHosts.settings("binary2", PACKAGER);
        HostSettings sealing = settings.with(HostSeals.parse(seals.replace("${PIN}", PIN), settings.packager(), keys));
        return EmbeddedHost.start(TestHosts.withRules(sealing, rules));
    }

    /** Adds an element beside the requests. */
    ChipPlan with(TestElement element) {
        terminals.add(element);
        return this;
    }

    /** Adds a request that is another but for a piece of its template. */
    ChipPlan like(String name, String label, String piece, String instead) {
        Iso8583Request request = (Iso8583Request) request(name).clone();
        String template = request.get(Iso8583RequestSchema.INSTANCE.template);
        if (!template.contains(piece)) {
            throw new IllegalArgumentException("the template of " + name + " has no " + piece);
        }
        request.setName(label);
        request.set(Iso8583RequestSchema.INSTANCE.template, template.replace(piece, instead));
        terminals.add(request);
        return this;
    }

    /** Writes the plan to a file. */
    Path save(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            SaveService.saveTree(root, out);
        }
        return file;
    }
}
