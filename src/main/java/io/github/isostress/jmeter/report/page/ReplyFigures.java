package io.github.isostress.jmeter.report.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.isostress.jmeter.report.jtl.JtlSample;

/** The answers that the test itself has given as the issuer. Used by one thread. */
final class ReplyFigures {
    private final Times queue = new Times();
    private final Times atIssuer = new Times();
    private long answered;
    private long failed;

    void add(JtlSample reply) {
        answered += reply.successful() ? 1 : 0;
        failed += reply.successful() ? 0 : 1;
        reply.issuer().queueMicros().ifPresent(queue::add);
        reply.issuer().issuerMicros().ifPresent(atIssuer::add);
    }

    void tell(ObjectNode node) {
        node.put("answered", answered).put("failed", failed);
        queue.tell(node.putObject("queue"));
        atIssuer.tell(node.putObject("atIssuer"));
    }
}
