package io.github.isostress.bench.client;

import io.github.isostress.bench.Purchase;
import io.github.isostress.bench.PurchaseKeys;
import io.github.isostress.bench.process.CommandLine;
import io.github.isostress.jmeter.PlanTree;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.element.Iso8583Keys;
import io.github.isostress.jmeter.element.Iso8583Request;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.jmeter.setting.Iso8583KeysSchema;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.apache.jmeter.protocol.tcp.sampler.TCPSampler;
import org.apache.jmeter.reporters.ResultCollector;
import org.apache.jmeter.samplers.SampleListener;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jorphan.collections.HashTree;

/**
 * A test plan of one thread group and one sampler, which a command's words choose: {@code sampler} ({@code minimal},
 * {@code tcp} or {@code ours}), {@code port}, {@code connections}; and where they are said {@code purchase}
 * (PLAIN, CHIP or SEALED), {@code sockets} that all connections are made of, {@code detail}, {@code timeout} in milliseconds, {@code trust} (a file: with TLS), {@code jtl} (a file: with results, as
 * {@code jmeter -l} writes them), {@code seconds} after which it ends, and a {@link RateTimers}.
 */
final class ContenderPlan {
    /** The label of every purchase. */
    static final String PURCHASE = "purchase";

    private static final int ENDLESS = -1;

    private final CommandLine told;
    private final PlanTree tree = new PlanTree();
    private final PlanTree.Group group;

    ContenderPlan(CommandLine told, SampleListener listener) throws IOException {
        this.told = told;
        this.group = tree.group("workers", (int) told.number("connections"), ENDLESS);
        HashTree below = group.tree();
        if (!told.text("timer", "").isEmpty()) {
            below.add(RateTimers.timer(told));
        }
        addSampler(below);
        below.add(listener);
        addResults();
        long seconds = told.number("seconds", 0);
        if (seconds > 0) {
            group.element().setScheduler(true);
            group.element().setDuration(seconds);
        }
    }

    private void addResults() throws IOException {
        String jtl = told.text("jtl", "");
        if (!jtl.isEmpty()) {
            Path file = Path.of(jtl).toAbsolutePath();
            Files.deleteIfExists(file);
            ResultCollector collector = new ResultCollector();
            collector.setFilename(file.toString());
            tree.plan().add(collector);
        }
    }

    /** As an engine takes it. */
    HashTree tree() {
        return tree.root();
    }

    private void addSampler(HashTree below) {
        String kind = told.text("sampler", "ours");
        switch (kind) {
            case "minimal" -> below.add(isShared() ? sharing() : minimal());
            case "tcp" -> below.add(tcp(told));
            case "ours" -> {
                if (purchase() == Purchase.SEALED) {
                    below.add(keys());
                }
                below.add(connection());
                below.add(request());
            }
            default -> throw new IllegalArgumentException("no sampler '" + kind + "'");
        }
    }

    private boolean isShared() {
        return told.values().containsKey("sockets");
    }

    private SharingSampler sharing() {
        SharingSampler sampler = named(new SharingSampler(), PURCHASE);
        sampler.setStart(told);
        return sampler;
    }

    private MinimalSampler minimal() {
        MinimalSampler sampler = named(new MinimalSampler(), PURCHASE);
        sampler.setPort((int) told.number("port"));
        sampler.setTimeout((int) told.number("timeout", 0));
        return sampler;
    }

    /** With TCP_NODELAY, since it writes length and message apart, and without it Nagle would keep the message back. */
    static TCPSampler tcp(CommandLine told) {
        TCPSampler sampler = named(new TCPSampler(), PURCHASE);
        sampler.setClassname("LengthPrefixedBinaryTCPClientImpl");
        sampler.setServer("127.0.0.1");
        sampler.setPort(told.text("port", ""));
        sampler.setProperty(TCPSampler.RE_USE_CONNECTION, true);
        sampler.setProperty(TCPSampler.NODELAY, true);
        sampler.setRequestData(HexFormat.of().formatHex(Purchase.PLAIN.message()));
        return sampler;
    }

    private Purchase purchase() {
        return Purchase.valueOf(told.text("purchase", Purchase.PLAIN.name()));
    }

    private Iso8583Connection connection() {
        Iso8583ConnectionSchema schema = Iso8583ConnectionSchema.INSTANCE;
        Iso8583Connection connection = named(new Iso8583Connection(), "host");
        connection.set(schema.port, told.text("port", ""));
        connection.set(schema.packager, Purchase.PACKAGER);
        if (isShared()) {
            connection.set(schema.keep, "shared " + told.text("sockets", ""));
        }
        String trust = told.text("trust", "");
        if (!trust.isEmpty()) {
            connection.set(schema.useTls, true);
            connection.set(schema.trustStore, trust);
            connection.set(schema.protocols, "TLSv1.3");
        }
        return connection;
    }

    private static Iso8583Keys keys() {
        Iso8583Keys keys = named(new Iso8583Keys(), "keys");
        keys.set(Iso8583KeysSchema.INSTANCE.keys, PurchaseKeys.LINES);
        return keys;
    }

    private Iso8583Request request() {
        Iso8583RequestSchema schema = Iso8583RequestSchema.INSTANCE;
        Iso8583Request request = named(new Iso8583Request(), PURCHASE);
        request.set(schema.template, purchase().template());
        String detail = told.text("detail", "");
        if (!detail.isEmpty()) {
            request.set(schema.responseDetail, detail);
        }
        String timeout = told.text("timeout", "");
        if (!timeout.isEmpty()) {
            request.set(schema.responseTimeout, timeout);
        }
        return request;
    }

    private static <T extends TestElement> T named(T element, String name) {
        element.setName(name);
        element.setProperty(TestElement.TEST_CLASS, element.getClass().getName());
        return element;
    }
}
