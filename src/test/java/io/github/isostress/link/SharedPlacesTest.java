package io.github.isostress.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.isostress.exchange.Exchange;
import io.github.isostress.exchange.Outcome;
import io.github.isostress.exchange.OutgoingRequest;
import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.link.Sharing.Choice;
import io.github.isostress.support.Await;
import io.github.isostress.support.TestHosts;
import io.github.isostress.support.TestMessages;
import io.github.isostress.support.signing.AnsweringHost;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;
import org.junit.jupiter.api.Test;

/** How threads get places on links that they share, over real sockets. */
class SharedPlacesTest {
    private static final long LONG_MILLIS = 120_000;

    private final AtomicInteger stan = new AtomicInteger();
    private final AtomicInteger received = new AtomicInteger();
    private final CountDownLatch mayAnswer = new CountDownLatch(1);
    private final TestLinks.Owner owner = new TestLinks.Owner();

    private ThreadLinks links(RunLinks run, int count, Sharing sharing, LinkPlan plan) {
        return run.forThread("switch", new Keep.Shared(Optional.empty(), count), sharing, plan, owner);
    }

    /** A host that approves what it has received once it may answer. */
    private AnsweringHost holdingHost() {
        return new AnsweringHost(request -> {
            received.incrementAndGet();
            try {
                mayAnswer.await();
                ISOMsg answer = TestMessages.unpack("iso87ascii", request);
                answer.setResponseMTI();
                answer.set(39, "00");
                return TestMessages.pack(answer);
            } catch (InterruptedException | ISOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static LinkPlan planTo(AnsweringHost host) {
        return TestLinks.plain(host.port(), "binary2");
    }

    private Outcome run(ThreadLinks links, Interruption interruption) throws LinkNotOpened, FailureException {
        Exchange exchange = TestLinks.exchange();
        OutgoingRequest request = exchange.read(
                TestMessages.pack(TestMessages.purchase("iso87ascii", String.format("%06d", stan.incrementAndGet()))));
        return links.run(exchange, request, interruption);
    }

    private Outcome run(ThreadLinks links) throws LinkNotOpened, FailureException {
        return run(links, begun());
    }

    /** In a thread of its own; returns when that waits for something. */
    private CompletableFuture<Outcome> start(ThreadLinks links) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                outcome.complete(run(links));
            } catch (LinkNotOpened | FailureException | RuntimeException e) {
                outcome.completeExceptionally(e);
            }
        });
        thread.start();
        Await.until("it waits", () -> outcome.isDone() || thread.getState() == Thread.State.TIMED_WAITING);
        return outcome;
    }

    private long waits() {
        return owner.events.stream().filter(LinkEvent.Waited.class::isInstance).count();
    }

    private List<LinkEvent.Carried> carried() {
        return owner.events.stream()
                .filter(LinkEvent.Carried.class::isInstance)
                .map(LinkEvent.Carried.class::cast)
                .toList();
    }

    @Test
    void shouldGiveEachLinkItsTurnWhenRequestsAreSentInTurn() throws Exception {
        try (EmbeddedHost host = TestHosts.approving()) {
            try (RunLinks run = new RunLinks()) {
                ThreadLinks links = links(run, 3, new Sharing(LONG_MILLIS, Choice.IN_TURN, 0), TestLinks.plain(host));
                for (int number = 0; number < 12; number++) {
                    assertThat(run(links).failure()).isNull();
                }
            }
        }
        assertThat(carried()).hasSize(3).allMatch(link -> link.requests() == 4 && link.mostUnderWay() == 1);
        assertThat(carried()).allMatch(link -> link.sentBytes() > 0 && link.receivedBytes() > 0 && link.lost() == 0);
    }

    @Test
    void shouldLoadLinksAlikeWhenTheFewestUnderWayAreChosen() throws Exception {
        try (AnsweringHost host = holdingHost()) {
            try (RunLinks run = new RunLinks()) {
                ThreadLinks links = links(run, 2, Sharing.waiting(LONG_MILLIS), planTo(host));
                List<CompletableFuture<Outcome>> outcomes = new ArrayList<>();
                for (int number = 0; number < 8; number++) {
                    outcomes.add(start(links));
                }
                mayAnswer.countDown();
                assertThat(outcomes).allMatch(outcome -> outcome.join().failure() == null);
            }
        }
        assertThat(carried()).hasSize(2).allMatch(link -> link.requests() == 4 && link.mostUnderWay() <= 4);
    }

    @Test
    void shouldServeThoseThatWaitInTheirOrderWhenTheWindowIsFull() throws Exception {
        try (AnsweringHost host = holdingHost();
                RunLinks run = new RunLinks()) {
            ThreadLinks links = links(run, 1, new Sharing(LONG_MILLIS, Choice.FEWEST_UNDER_WAY, 1), planTo(host));
            List<CompletableFuture<Outcome>> outcomes = new ArrayList<>();
            for (int number = 1; number <= 4; number++) {
                outcomes.add(start(links));
            }
            mayAnswer.countDown();
            List<Outcome> inOrder =
                    outcomes.stream().map(CompletableFuture::join).toList();

            assertThat(inOrder).allMatch(outcome -> outcome.failure() == null);
            for (int number = 1; number < inOrder.size(); number++) {
                assertThat(inOrder.get(number).startNanos())
                        .as("one at a time")
                        .isGreaterThanOrEqualTo(inOrder.get(number - 1).endNanos());
            }
            Await.until("those that waited are told of", () -> waits() >= 2);
            assertThat(waits()).isBetween(2L, 3L);
        }
    }

    @Test
    void shouldFailTheRequestWhenNoPlaceIsFreeInTime() throws Exception {
        try (AnsweringHost host = holdingHost();
                RunLinks run = new RunLinks()) {
            ThreadLinks links = links(run, 1, new Sharing(600, Choice.FEWEST_UNDER_WAY, 1), planTo(host));
            links.connect(begun());
            CompletableFuture<Outcome> first = start(links);
            Await.until("it is under way", () -> received.get() == 1);

            assertThatThrownBy(() -> run(links)).isInstanceOfSatisfying(LinkNotOpened.class, e -> {
                LinkEvent.Waited waited = (LinkEvent.Waited) e.event();
                assertThat(waited.failure().failure()).isEqualTo(Failure.WINDOW_TIMEOUT);
                assertThat(waited.failure().particulars())
                        .isEqualTo("shared links switch of 1, at most 1 under way on each: none had room for one more"
                                + " request in 600 ms");
            });
            mayAnswer.countDown();
            assertThat(first.join().failure()).isNull();
        }
    }

    private static Interruption begun() {
        Interruption interruption = new Interruption();
        interruption.begin();
        return interruption;
    }

    @Test
    void shouldEndTheWaitForAPlaceAloneWhenItIsInterrupted() throws Exception {
        try (AnsweringHost host = holdingHost();
                RunLinks run = new RunLinks()) {
            ThreadLinks links = links(run, 1, new Sharing(LONG_MILLIS, Choice.FEWEST_UNDER_WAY, 1), planTo(host));
            CompletableFuture<Outcome> first = start(links);
            Await.until("it is under way", () -> received.get() == 1);
            Interruption interruption = begun();
            CompletableFuture<Throwable> second = CompletableFuture.supplyAsync(() -> thrownBy(links, interruption));
            Await.until("it waits", () -> stan.get() == 2);
            interruption.raise();

            assertThat(((FailureException) second.join()).failure()).isEqualTo(Failure.INTERRUPTED);
            mayAnswer.countDown();
            assertThat(first.join().failure()).isNull();
            assertThat(run(links).failure()).isNull();
        }
    }

    private Throwable thrownBy(ThreadLinks links, Interruption interruption) {
        try {
            run(links, interruption);
            return null;
        } catch (LinkNotOpened | FailureException e) {
            return e;
        }
    }

    @Test
    void shouldTellEachRequestOfAnAttemptOfItsOwnWhenThereIsNoHost() {
        int nowhere = TestHosts.portWithoutHost();
        try (RunLinks run = new RunLinks()) {
            ThreadLinks links = links(run, 2, Sharing.waiting(LONG_MILLIS), TestLinks.plain(nowhere, "binary2"));
            for (int number = 0; number < 3; number++) {
                assertThatThrownBy(() -> run(links))
                        .isInstanceOfSatisfying(
                                LinkNotOpened.class,
                                e -> assertThat(((LinkEvent.NotConnected) e.event())
                                                .failure()
                                                .failure())
                                        .isEqualTo(Failure.CONNECTION_REFUSED));
            }
        }
    }

    /** Such as a mistake of ours: each sample must tell it, and none may wait for ever. */
    @Test
    void shouldTellItInTheSampleWhenTheSettingsEndInAnError() {
        try (RunLinks run = new RunLinks()) {
            ThreadLinks links = links(run, 1, Sharing.waiting(LONG_MILLIS), () -> {
                throw new AssertionError("broken");
            });

            assertThatThrownBy(() -> run(links))
                    .isInstanceOfSatisfying(
                            FailureException.class, e -> assertThat(e.failure()).isEqualTo(Failure.INTERNAL_ERROR));
            assertThatThrownBy(() -> run(links)).isInstanceOf(FailureException.class);
        }
    }

    @Test
    void shouldRefuseWhenTheLinksAreThereInAnotherNumber() {
        try (RunLinks run = new RunLinks()) {
            LinkPlan plan = TestLinks.plain(1, "binary2");
            links(run, 2, Sharing.waiting(0), plan);

            assertThatThrownBy(() -> links(run, 3, Sharing.waiting(0), plan))
                    .hasMessage("shared links switch are there already with another number, choice, window or wait;"
                            + " give these another name, as in: shared NAME 3");
        }
    }
}
