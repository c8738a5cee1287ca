package io.github.isostress.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.connect.ClientReception;
import io.github.isostress.connect.ListenSettings;
import io.github.isostress.connect.Listeners;
import io.github.isostress.connect.ReconnectPause;
import io.github.isostress.exchange.UnsolicitedRules;
import io.github.isostress.failure.Failure;
import io.github.isostress.framing.FramingPreset;
import io.github.isostress.support.Await;
import io.github.isostress.support.TestClient;
import io.github.isostress.wire.SocketOptions;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Shared links whose connections are clients that come and go. */
class SharedClientsTest {
    private static final int ACCEPT_MILLIS = 300;

    private final TestLinks.Owner owner = new TestLinks.Owner();

    private static LinkPlan plan(Listeners listeners, ListenSettings settings) {
        return LinkPlan.always(new LinkSettings(
                listeners.source(settings, ACCEPT_MILLIS),
                Optional.empty(),
                ReconnectPause.NONE,
                0,
                SessionMessages.NONE,
                UnsolicitedRules.none()));
    }

    private static Socket client(int port) throws Exception {
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    private static void connect(ThreadLinks links) throws Exception {
        Interruption interruption = new Interruption();
        interruption.begin();
        links.connect(interruption);
    }

    /** Whether a client was there in time: one that connected may be received later than it is waited for. */
    private static boolean connects(ThreadLinks links) {
        try {
            connect(links);
            return true;
        } catch (LinkNotOpened e) {
            return false;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private long count(Class<? extends LinkEvent> kind) {
        return owner.events.stream().filter(kind::isInstance).count();
    }

    /** Which client is to come further is nobody's failure, unless none is left. */
    @Test
    void shouldTellOfNoFailureWhenAFurtherClientDoesNotCome() throws Exception {
        ListenSettings settings = new ListenSettings(
                "127.0.0.1",
                0,
                new ClientReception(
                        FramingPreset.BINARY2.framing(),
                        Optional.empty(),
                        TestClient.PATIENCE_MILLIS,
                        SocketOptions.SYSTEM));
        try (Listeners listeners = new Listeners();
                RunLinks run = new RunLinks()) {
            int port = listeners.begin(settings);
            ThreadLinks links = run.forThread(
                    "switch",
                    new Keep.Shared(Optional.empty(), 2),
                    Sharing.waiting(TestClient.PATIENCE_MILLIS),
                    plan(listeners, settings),
                    owner);
            try (Socket first = client(port);
                    Socket second = client(port)) {
                Await.until("one is taken", () -> connects(links));
                Await.until("both are taken", () -> count(LinkEvent.Connected.class) == 2);
                long failed = count(LinkEvent.NotConnected.class);
                long begin = System.nanoTime();
                Await.until(
                        "a further one could have come",
                        () -> System.nanoTime() - begin > TimeUnit.MILLISECONDS.toNanos(3 * ACCEPT_MILLIS));
                assertThat(count(LinkEvent.NotConnected.class)).isEqualTo(failed);

                Socket third = client(port);
                Await.until("it joins", () -> count(LinkEvent.Connected.class) == 3);
                third.close();
                Await.until("it leaves", () -> count(LinkEvent.Closed.class) == 1);
                Await.until("what it carried is told", () -> count(LinkEvent.Carried.class) == 1);
                assertThat(first.isConnected() && second.isConnected()).isTrue();
            }
            Await.until("all have left", () -> count(LinkEvent.Closed.class) == 3);
            assertThatThrownBy(() -> connect(links))
                    .isInstanceOfSatisfying(
                            LinkNotOpened.class,
                            e -> assertThat(((LinkEvent.NotConnected) e.event())
                                            .failure()
                                            .failure())
                                    .isEqualTo(Failure.NOBODY_CONNECTED));
        }
    }
}
