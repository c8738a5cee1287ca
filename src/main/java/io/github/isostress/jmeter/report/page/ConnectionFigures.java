package io.github.isostress.jmeter.report.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.isostress.failure.Failure;
import io.github.isostress.health.Allowance;
import io.github.isostress.jmeter.record.SampleKind;
import io.github.isostress.jmeter.report.jtl.JtlSample;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.lang3.StringUtils;

/**
 * What became of a run's connections, by their names in the plan, and what they did by themselves. Memory is bounded.
 * Used by one thread.
 */
final class ConnectionFigures {
    private static final int MOST = 60;
    private static final String FURTHER = "further ones";
    private static final String RESUMED = "RESUMED";

    private final Allowance names = new Allowance(MOST);
    private final Map<String, Named> byName = new TreeMap<>();
    private final Groups doings = new Groups();

    private static final class Named {
        private final Times beforeTls = new Times();
        private final Times tls = new Times();
        private long opened;
        private long resumed;
        private long notOpened;
        private long lost;
    }

    /** Adds a sample of a connection's own. */
    void add(SampleKind kind, JtlSample sample) {
        if (!kind.opensConnection()) {
            doings.add(sample.label(), sample.result(), sample.durationMicros());
            return;
        }
        Named connection = of(nameIn(sample, kind));
        if (!sample.successful()) {
            connection.notOpened++;
            return;
        }
        connection.opened++;
        connection.resumed += sample.code().equals(RESUMED) ? 1 : 0;
        long tls = sample.times().tlsMicros().orElse(0);
        long whole = sample.times().connectMicros().orElse(sample.durationMicros());
        connection.beforeTls.add(whole - tls);
        if (tls > 0) {
            connection.tls.add(tls);
        }
    }

    private static String nameIn(JtlSample sample, SampleKind kind) {
        String name = sample.tags().connection();
        return name.isEmpty() ? StringUtils.removeEnd(sample.label(), " " + kind.words()) : name;
    }

    /** Adds a request: it may have lost its connection. */
    void addRequest(JtlSample request) {
        if (Failure.ofCode(request.code()).filter(Failure::isLossOfConnection).isPresent()) {
            of(request.tags().connection()).lost++;
        }
    }

    private Named of(String name) {
        return names.valueIn(byName, name, FURTHER, Named::new);
    }

    /** Puts in the connections by name, and their own doings by label. */
    void tell(ObjectNode node) {
        ArrayNode connections = node.putArray("connections");
        byName.forEach((name, each) -> {
            ObjectNode told = connections
                    .addObject()
                    .put("name", name)
                    .put("opened", each.opened)
                    .put("resumed", each.resumed)
                    .put("notOpened", each.notOpened)
                    .put("lost", each.lost);
            each.beforeTls.tell(told.putObject("beforeTls"));
            told.put("handshakes", each.tls.count());
            each.tls.tell(told.putObject("tls"));
        });
        doings.tell(node.putArray("doings"), label -> Optional.empty());
    }
}
