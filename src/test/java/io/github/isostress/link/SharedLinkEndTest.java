package io.github.isostress.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.exchange.Exchange;
import io.github.isostress.exchange.Outcome;
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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What shared links do when their run ends, when they are lost, and when a listener fails. */
class SharedLinkEndTest {
    private static final byte[] REQUEST =
            FramingReader.parse("binary2").wrap(TestMessages.pack(TestMessages.purchase("iso87ascii", "000007")));

    private static ThreadLinks links(RunLinks run, LinkPlan plan, LinkOwner owner) {
        return run.forThread("switch", new Keep.Shared(Optional.empty(), 1), Sharing.waiting(20_000), plan, owner);
    }

    private static Interruption begun() {
        Interruption interruption = new Interruption();
        interruption.begin();
        return interruption;
    }

    private static Outcome run(ThreadLinks links, String stan) throws LinkNotOpened, FailureException {
        Exchange exchange = TestLinks.exchange();
        return links.run(
                exchange, exchange.read(TestMessages.pack(TestMessages.purchase("iso87ascii", stan))), begun());
    }

    private static long aliveThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("iso8583-shared-switch"))
                .count();
    }

    @Test
    void shouldEndSoonAndLeaveNoThreadWhenTheRunEndsDuringASignOn() throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.playing(Step.staySilent())) {
            RunLinks run = new RunLinks();
            ThreadLinks links = links(run, TestLinks.signingOn(peer.port()), new TestLinks.Owner());
            Interruption interruption = begun();
            CompletableFuture<Void> wait = CompletableFuture.runAsync(() -> connect(links, interruption));
            Await.until("it signs on", () -> peer.connections() == 1);
            interruption.raise();
            wait.join();
            long before = System.nanoTime();
            run.close();

            assertThat(System.nanoTime() - before).isLessThan(TimeUnit.SECONDS.toNanos(60));
            Await.until("the link's thread ends", () -> aliveThreads() == 0);
        }
    }

    private static void connect(ThreadLinks links, Interruption interruption) {
        try {
            links.connect(interruption);
        } catch (LinkNotOpened | FailureException e) {
            // It was interrupted.
        }
    }

    @Test
    void shouldSignOnOnceASocketWhenTheConnectionIsLost() throws Exception {
        TestLinks.Owner owner = new TestLinks.Owner();
        try (EmbeddedHost host = TestHosts.ruled("mti 0200 : close")) {
            try (RunLinks run = new RunLinks()) {
                ThreadLinks links = links(run, TestLinks.signingOn(host.port()), owner);
                for (int number = 1; number <= 3; number++) {
                    assertThat(run(links, "00000" + number).failure()).isNotNull();
                }
            }
            assertThat(owner.performed(SessionMessageKind.SIGN_ON)).isGreaterThanOrEqualTo(3);
            // The last one may be under way when the run ends, and the host may take that connection only then.
            Await.until(
                    "each had a connection of its own",
                    () -> owner.performed(SessionMessageKind.SIGN_ON)
                            <= host.record().connections());
        }
        assertThat(owner.events.stream().filter(LinkEvent.Carried.class::isInstance))
                .singleElement()
                .satisfies(event -> {
                    assertThat(((LinkEvent.Carried) event).requests()).isEqualTo(3);
                    assertThat(((LinkEvent.Carried) event).lost()).isEqualTo(3);
                });
    }

    @Test
    void shouldSendTheEchoWhenTheConnectionIsIdle() throws Exception {
        try (EmbeddedHost host = TestHosts.approving();
                RunLinks run = new RunLinks()) {
            TestLinks.Owner owner = new TestLinks.Owner();
            links(run, TestLinks.echoing(host), owner).connect(begun());

            Await.until("the echo is sent", () -> owner.performed(SessionMessageKind.ECHO) > 0);
            assertThat(host.record().requestsReceived()).isPositive();
        }
    }

    @Test
    void shouldGoOnAndTellTheErrorWhenAListenerThrows() throws Exception {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        List<Throwable> thrown = new CopyOnWriteArrayList<>();
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> thrown.add(e));
        try (EmbeddedHost host = TestHosts.ruled("always : twice");
                RunLinks run = new RunLinks()) {
            ThreadLinks links = links(run, TestLinks.plain(host), new LinkOwner() {
                @Override
                public void happened(LinkEvent event) {
                    throw new AssertionError("a listener is broken");
                }

                @Override
                public void lendVariables(Runnable work) {
                    work.run();
                }
            });

            for (int number = 1; number <= 5; number++) {
                assertThat(run(links, "00000" + number).failure()).isNull();
            }
            assertThat(host.record().connections()).isEqualTo(1);
            Await.until("it is told", () -> !thrown.isEmpty());
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    @Test
    void shouldTellARequestThatWasKeptAndNeverTakenWhenTheRunEnds() throws Exception {
        TestLinks.Owner owner = new TestLinks.Owner();
        byte[] purchase = TestMessages.pack(TestMessages.purchase("iso87ascii", "000001"));
        byte[] answer = FramingReader.parse("binary2")
                .wrap(TestMessages.pack(TestMessages.message("iso87ascii", "0210", "000001")));
        try (ScriptedPeer peer = ScriptedPeer.playing(
                Step.send(REQUEST),
                Step.send(REQUEST),
                Step.read(2 + purchase.length),
                Step.send(answer),
                Step.staySilent())) {
            try (RunLinks run = new RunLinks()) {
                ThreadLinks links = links(run, TestLinks.plain(peer.port(), "binary2"), owner);
                assertThat(links.receive(20_000, begun())).isPresent();
                assertThat(run(links, "000001").failure()).isNull();
            }
        }
        assertThat(owner.events.stream().filter(LinkEvent.Unanswered.class::isInstance))
                .singleElement()
                .satisfies(event -> assertThat(
                                ((LinkEvent.Unanswered) event).request().frame().bytes())
                        .isEqualTo(REQUEST));
    }
}
