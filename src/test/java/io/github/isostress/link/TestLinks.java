package io.github.isostress.link;

import io.github.isostress.connect.ConnectionSettings;
import io.github.isostress.connect.ConnectionSource;
import io.github.isostress.connect.Dialling;
import io.github.isostress.connect.HostOrder;
import io.github.isostress.connect.ReconnectPause;
import io.github.isostress.exchange.AfterTimeout;
import io.github.isostress.exchange.Exchange;
import io.github.isostress.exchange.ExchangeSettings;
import io.github.isostress.exchange.Expectation;
import io.github.isostress.exchange.ResponseMatcher;
import io.github.isostress.exchange.UnsolicitedRules;
import io.github.isostress.failure.FailureException;
import io.github.isostress.framing.FramingReader;
import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.judgement.ResponseRules;
import io.github.isostress.link.SessionMessages.EchoWhen;
import io.github.isostress.message.ElementPath;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.template.MessageTemplate;
import io.github.isostress.message.value.Expression;
import io.github.isostress.support.TestClient;
import io.github.isostress.wire.Endpoint;
import io.github.isostress.wire.NameResolver;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What links need, for tests. */
final class TestLinks {
    private static final Optional<IsoPackager> PACKAGER = Packagers.find("iso87ascii", Path::of);

    /** Far above what any answer takes. */
    private static final int ANSWER_MILLIS = 120_000;

    private TestLinks() {}

    /** Keeps what happens. */
    static final class Owner implements LinkOwner {
        final Queue<LinkEvent> events = new ConcurrentLinkedQueue<>();

        @Override
        public void happened(LinkEvent event) {
            events.add(event);
        }

        @Override
        public void lendVariables(Runnable work) {
            work.run();
        }

        /** How many session messages of a kind were sent. */
        long performed(SessionMessageKind kind) {
            return events.stream()
                    .filter(event -> event instanceof LinkEvent.SessionMessageSent sent && sent.kind() == kind)
                    .count();
        }
    }

    /** To that host, without session messages. */
    static LinkPlan plain(EmbeddedHost host) {
        return with(host, SessionMessages.NONE);
    }

    /** To that port of this machine, without session messages and rules. */
    static LinkPlan plain(int port, String framing) {
        return with(port, framing, SessionMessages.NONE);
    }

    /** To that host, named several times. */
    static LinkPlan plain(EmbeddedHost host, int times) throws FailureException {
        LinkSettings one = plain(host).settings();
        List<Endpoint> hosts = Collections.nCopies(times, new Endpoint("127.0.0.1", host.port()));
        LinkSettings several = new LinkSettings(
                dialling(connection(host.port(), "binary2").to(hosts)),
                one.packager(),
                one.reconnectPause(),
                one.connectsPerSecond(),
                one.sessionMessages(),
                one.unsolicited());
        return () -> several;
    }

    /** To that host, with an echo after a second. */
    static LinkPlan echoing(EmbeddedHost host) throws FailureException {
        return with(
                host, new SessionMessages(Optional.empty(), Optional.of(echo()), EchoWhen.IDLE, 1, Optional.empty()));
    }

    /** To that port of this machine, with a sign-on. */
    static LinkPlan signingOn(int port) throws FailureException {
        return with(
                port,
                "binary2",
                new SessionMessages(
                        Optional.of(message(SessionMessageKind.SIGN_ON, "001")),
                        Optional.empty(),
                        EchoWhen.IDLE,
                        1,
                        Optional.empty()));
    }

    private static SessionMessage echo() throws FailureException {
        return message(SessionMessageKind.ECHO, "301");
    }

    private static SessionMessage message(SessionMessageKind kind, String code) throws FailureException {
        MessageTemplate template =
                MessageTemplate.compile("0 0800\n7 0101000000\n11 000001\n70 " + code, PACKAGER, Expression::constant);
        return new SessionMessage(kind, template, exchange(), new ResponseRules(Set.of("00"), List.of()));
    }

    /** With DE 11 for a key, patient. */
    static Exchange exchange() {
        ResponseMatcher matcher = new ResponseMatcher(List.of(ElementPath.parse("11")));
        return new Exchange(new ExchangeSettings(
                PACKAGER, matcher, ANSWER_MILLIS, AfterTimeout.CLOSE, UnsolicitedRules.none(), Expectation.ANSWER));
    }

    private static LinkPlan with(EmbeddedHost host, SessionMessages messages) {
        return with(host.port(), "binary2", messages);
    }

    /** To that port of this machine, with session messages. */
    static LinkPlan with(int port, String framing, SessionMessages messages) {
        LinkSettings settings = new LinkSettings(
                dialling(connection(port, framing)),
                PACKAGER,
                ReconnectPause.NONE,
                0,
                messages,
                UnsolicitedRules.none());
        return () -> settings;
    }

    private static ConnectionSettings connection(int port, String framing) {
        return new ConnectionSettings(
                new Endpoint("127.0.0.1", port),
                TestClient.PATIENCE_MILLIS,
                FramingReader.parse(framing),
                Optional.empty());
    }

    private static ConnectionSource dialling(ConnectionSettings settings) {
        return new Dialling(settings, HostOrder.IN_TURN, NameResolver.askingEachTime(), Optional.empty());
    }
}
