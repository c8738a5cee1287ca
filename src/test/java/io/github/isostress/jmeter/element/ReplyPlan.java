package io.github.isostress.jmeter.element;

import static io.github.isostress.jmeter.element.Elements.connection;
import static io.github.isostress.support.TestMessages.message;
import static io.github.isostress.support.TestMessages.pack;
import static io.github.isostress.support.TestMessages.purchase;

import io.github.isostress.framing.FramingReader;
import io.github.isostress.jmeter.SmallPlan;
import io.github.isostress.jmeter.setting.Iso8583ReplySchema;
import io.github.isostress.support.Await;
import io.github.isostress.support.ScriptedPeer;
import io.github.isostress.support.Step;
import java.util.List;
import org.apache.jmeter.samplers.SampleResult;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;

/** A plan whose threads answer what a peer asks, and the messages that both say. */
final class ReplyPlan {
    static final Iso8583ReplySchema SCHEMA = Iso8583ReplySchema.INSTANCE;
    static final String PACKAGER = "iso87ascii";
    static final byte[] REQUEST = frame(request());
    static final byte[] APPROVAL = frame(approval());

    private final SmallPlan plan = new SmallPlan(1, 1);

    SmallPlan plan() {
        return plan;
    }

    static ISOMsg request() {
        ISOMsg request = purchase(PACKAGER, "000007");
        request.set(4, "000000012345");
        request.set(35, "9999990000000013=2512");
        return request;
    }

    /** With the request's elements, but for the track. */
    static ISOMsg approval() {
        ISOMsg approval = changed(request(), "0210");
        approval.unset(35);
        approval.set(39, "00");
        return approval;
    }

    static ISOMsg changed(ISOMsg message, String mti) {
        try {
            message.setMTI(mti);
            return message;
        } catch (ISOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static byte[] frame(ISOMsg message) {
        return FramingReader.parse("binary2").wrap(pack(message));
    }

    static Iso8583Reply reply(String name, String template) {
        Iso8583Reply reply = new Iso8583Reply();
        reply.setName(name);
        reply.set(SCHEMA.template, template);
        reply.set(SCHEMA.requestTimeout, "60000");
        return reply;
    }

    static Iso8583Reply reply(String name, String template, String action) {
        Iso8583Reply reply = reply(name, template);
        reply.set(SCHEMA.action, action);
        return reply;
    }

    /** What the plan answers to one request, and its samples. */
    record Answered(byte[] bytes, List<SampleResult> samples) {}

    Answered answer(byte[] request, byte[] expected, Iso8583Reply... replies) throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(Step.send(request), Step.read(expected.length))) {
            plan.group().add(connection("switch", String.valueOf(peer.port())));
            for (Iso8583Reply reply : replies) {
                plan.group().add(reply);
            }
            List<SampleResult> samples = plan.run();
            Await.until("the peer has read the answer", () -> peer.received().length >= expected.length);
            return new Answered(peer.received(), samples);
        }
    }
}
