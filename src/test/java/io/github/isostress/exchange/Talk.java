package io.github.isostress.exchange;

import static io.github.isostress.support.TestMessages.message;
import static io.github.isostress.support.TestMessages.pack;
import static io.github.isostress.support.TestMessages.purchase;

import io.github.isostress.crypto.key.ReplacedKeys;
import io.github.isostress.failure.FailureException;
import io.github.isostress.framing.FramingReader;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.support.ScriptedPeer;
import io.github.isostress.support.Step;
import io.github.isostress.support.TestClient;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One conversation with a peer that plays a script, and the messages that go to and fro in it. */
final class Talk implements AutoCloseable {
    static final String PACKAGER_NAME = "iso87ascii";
    static final IsoPackager PACKAGER = Packagers.builtIn(PACKAGER_NAME);

    private final ScriptedPeer peer;
    private final Conversation conversation;

    Talk(Step... script) throws FailureException {
        peer = ScriptedPeer.playing(script);
        conversation = new Conversation(TestClient.connect(peer.port(), "binary2"), new ReplacedKeys());
    }

    Conversation conversation() {
        return conversation;
    }

    boolean isOpen() {
        return conversation.connection().isOpen();
    }

    /** All that the peer has read. */
    byte[] heard() {
        return peer.received();
    }

    Outcome run(Exchange exchange, byte[] message) throws FailureException {
        return run(exchange, conversation, message);
    }

    /** Leaves untold what comes besides the answer. */
    static Outcome run(Exchange exchange, Conversation conversation, byte[] message) throws FailureException {
        return exchange.run(conversation, exchange.read(message), told -> {});
    }

    boolean canRun(Exchange exchange, byte[] message) {
        return exchange.canRun(conversation, exchange.read(message));
    }

    @Override
    public void close() {
        conversation.close();
        peer.close();
    }

    /** With DE 11 for a key, and the default rules. */
    static Exchange patient() {
        return within(TestClient.PATIENCE_MILLIS);
    }

    static Exchange within(int timeoutMillis) {
        return exchange(Optional.of(PACKAGER), keys("11"), timeoutMillis);
    }

    static Exchange within(int timeoutMillis, UnsolicitedRules rules) {
        return exchange(Optional.of(PACKAGER), keys("11"), timeoutMillis, AfterTimeout.KEEP, rules);
    }

    /** With the default rules. */
    static Exchange exchange(Optional<IsoPackager> packager, ResponseMatcher matcher, int timeoutMillis) {
        return exchange(packager, matcher, timeoutMillis, AfterTimeout.KEEP, UnsolicitedRules.networkManagement());
    }

    static Exchange exchange(
            Optional<IsoPackager> packager,
            ResponseMatcher matcher,
            int timeoutMillis,
            AfterTimeout afterTimeout,
            UnsolicitedRules rules) {
        return new Exchange(
                new ExchangeSettings(packager, matcher, timeoutMillis, afterTimeout, rules, Expectation.ANSWER));
    }

    static ResponseMatcher keys(String... paths) {
        return new ResponseMatcher(Arrays.stream(paths).map(ElementPath::parse).toList());
    }

    static byte[] request(String stan) {
        return pack(purchase(PACKAGER_NAME, stan));
    }

    static byte[] answer(String stan) {
        return frame("0210", stan);
    }

    /** A whole frame with a small message. */
    static byte[] frame(String mti, String stan) {
        return frame(pack(message(PACKAGER_NAME, mti, stan)));
    }

    static byte[] frame(byte[] message) {
        return FramingReader.parse("binary2").wrap(message);
    }

    /** Waits for one request. */
    static Step requestRead() {
        return Step.read(2 + request("000001").length);
    }

    static List<UnmatchedFrame.Kind> kinds(UnmatchedFrames unmatched) {
        return unmatched.kept().stream().map(UnmatchedFrame::kind).toList();
    }
}
