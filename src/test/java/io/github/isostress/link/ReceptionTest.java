package io.github.isostress.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.exchange.HostRequest;
import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.framing.FramingReader;
import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.support.Await;
import io.github.isostress.support.ScriptedPeer;
import io.github.isostress.support.Step;
import io.github.isostress.support.TestHosts;
import io.github.isostress.support.TestMessages;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A thread that waits for requests of the other end on a link of its own. */
class ReceptionTest {
    private static final byte[] REQUEST =
            FramingReader.parse("binary2").wrap(TestMessages.pack(TestMessages.purchase("iso87ascii", "000007")));
    private static final long LONG_MILLIS = 120_000;

    private static ThreadLinks links(RunLinks run, Keep keep, LinkPlan plan, LinkOwner owner) {
        return run.forThread("issuer", keep, Sharing.waiting(0), plan, owner);
    }

    private static Optional<HostRequest> receive(ThreadLinks links, long waitMillis)
            throws LinkNotOpened, FailureException {
        Interruption interruption = new Interruption();
        interruption.begin();
        return links.receive(waitMillis, interruption);
    }

    @Test
    void shouldOpenTheLinkAndGiveTheRequestWhenOneComes() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(Step.send(REQUEST), Step.staySilent());
                RunLinks run = new RunLinks();
                ThreadLinks links = links(
                        run, new Keep.ForThread(), TestLinks.plain(peer.port(), "binary2"), new TestLinks.Owner())) {
            assertThat(receive(links, LONG_MILLIS))
                    .hasValueSatisfying(
                            request -> assertThat(request.frame().bytes()).isEqualTo(REQUEST));
            assertThat(receive(links, 20)).isEmpty();
        }
    }

    /** A peer that hangs up between requests is no failure: the next wait connects again. */
    @Test
    void shouldConnectAgainWhenTheOtherEndHadClosed() throws Exception {
        try (ScriptedPeer peer =
                        ScriptedPeer.playingInTurn(List.of(List.of(), List.of(Step.send(REQUEST), Step.staySilent())));
                RunLinks run = new RunLinks();
                ThreadLinks links = links(
                        run, new Keep.ForThread(), TestLinks.plain(peer.port(), "binary2"), new TestLinks.Owner())) {
            assertThat(receive(links, LONG_MILLIS)).isEmpty();
            assertThat(receive(links, LONG_MILLIS)).isPresent();
            assertThat(peer.connections()).isEqualTo(2);
        }
    }

    /** Who waits has the link to itself, so its keeper cannot send the echo. */
    @Test
    void shouldSendTheEchoWhenItIsDueDuringTheWait() throws Exception {
        try (EmbeddedHost host = TestHosts.approving();
                RunLinks run = new RunLinks()) {
            TestLinks.Owner owner = new TestLinks.Owner();
            ThreadLinks links = links(run, new Keep.ForThread(), TestLinks.echoing(host), owner);
            Interruption interruption = new Interruption();
            interruption.begin();
            CompletableFuture<Failure> wait = CompletableFuture.supplyAsync(() -> failure(links, interruption));
            Await.until("the echo is sent", () -> owner.performed(SessionMessageKind.ECHO) > 0);
            assertThat(wait).isNotDone();
            interruption.raise();

            assertThat(wait.get()).isEqualTo(Failure.INTERRUPTED);
        }
    }

    @Test
    void shouldEndTheWaitWhenItIsInterrupted() throws Exception {
        try (EmbeddedHost host = TestHosts.approving();
                RunLinks run = new RunLinks()) {
            TestLinks.Owner owner = new TestLinks.Owner();
            ThreadLinks links = links(run, new Keep.ForThread(), TestLinks.plain(host), owner);
            Interruption interruption = new Interruption();
            interruption.begin();
            CompletableFuture<Failure> wait = CompletableFuture.supplyAsync(() -> failure(links, interruption));
            Await.until("the link is open", () -> !owner.events.isEmpty());
            interruption.raise();

            assertThat(wait.get()).isEqualTo(Failure.INTERRUPTED);
        }
    }

    @Test
    void shouldEndTheWaitWhenItIsInterruptedBeforeItBegins() throws Exception {
        Interruption interruption = new Interruption();
        interruption.begin();
        LinkOwner raising = new LinkOwner() {
            @Override
            public void happened(LinkEvent event) {
                interruption.raise();
            }

            @Override
            public void lendVariables(Runnable work) {
                work.run();
            }
        };
        try (EmbeddedHost host = TestHosts.approving();
                RunLinks run = new RunLinks()) {
            assertThat(failure(links(run, new Keep.ForThread(), TestLinks.plain(host), raising), interruption))
                    .isEqualTo(Failure.INTERRUPTED);
        }
    }

    private static Failure failure(ThreadLinks links, Interruption interruption) {
        try {
            links.receive(LONG_MILLIS, interruption);
            return null;
        } catch (LinkNotOpened e) {
            throw new AssertionError(e);
        } catch (FailureException e) {
            return e.failure();
        }
    }

    @Test
    void shouldRefuseWhenTheLinksAreOfAPool() {
        try (RunLinks run = new RunLinks()) {
            ThreadLinks links = links(
                    run,
                    new Keep.InPool(Optional.of("terminals"), 2),
                    TestLinks.plain(1, "binary2"),
                    new TestLinks.Owner());

            assertThatThrownBy(() -> receive(links, LONG_MILLIS))
                    .isInstanceOfSatisfying(
                            FailureException.class, e -> assertThat(e.failure()).isEqualTo(Failure.CONFIG_ERROR))
                    .hasMessage("pool terminals: nobody looks at a connection of a pool while it is not lent, so a"
                            + " request would not be seen on it; keep the connection for the thread, or shared");
        }
    }
}
