package io.github.isostress.exchange;

import io.github.isostress.crypto.key.ReplacedKeys;
import io.github.isostress.failure.FailureException;
import io.github.isostress.failure.FailureReport;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.support.ScriptedPeer;
import io.github.isostress.support.Step;
import io.github.isostress.support.TestClient;
import io.github.isostress.wire.HostConnection;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A conversation that several threads hold with a peer that plays a script. */
final class SharedTalk implements AutoCloseable {
    private static final int ANSWERED_REMEMBERED = 64;

    final List<UnmatchedFrame> told = new CopyOnWriteArrayList<>();
    final CompletableFuture<FailureReport> ended = new CompletableFuture<>();
    private final ExecutorService helper = Executors.newSingleThreadExecutor();
    private final ScriptedPeer peer;
    private final Conversation conversation;
    private final SharedConversation shared;

    /** One thread's request. */
    static final class Asking {
        final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        private final CompletableFuture<SharedRequest> begun = new CompletableFuture<>();

        /** Null if the conversation had ended. */
        SharedRequest begun() {
            return begun.join();
        }
    }

    SharedTalk(Step... script) throws FailureException {
        this("binary2", Optional.of(Talk.PACKAGER), script);
    }

    SharedTalk(String framing, Optional<IsoPackager> packager, Step... script) throws FailureException {
        peer = ScriptedPeer.playing(script);
        conversation =
                new Conversation(TestClient.connect(peer.port(), framing), ANSWERED_REMEMBERED, new ReplacedKeys());
        shared =
                new SharedConversation(conversation, packager, UnsolicitedRules.networkManagement(), told::add, helper);
    }

    /** Begins to read. */
    SharedTalk begin() {
        new Thread(() -> ended.complete(shared.read())).start();
        return this;
    }

    SharedConversation shared() {
        return shared;
    }

    HostConnection connection() {
        return conversation.connection();
    }

    Conversation conversation() {
        return conversation;
    }

    /** All that the peer has read. */
    byte[] heard() {
        return peer.received();
    }

    /** Begins and sends a request in a thread of its own; returns when it has begun. */
    Asking ask(Exchange exchange, byte[] message) {
        Asking asking = new Asking();
        new Thread(() -> {
                    try {
                        SharedRequest request = exchange.begin(shared, exchange.read(message));
                        asking.begun.complete(request);
                        asking.outcome.complete(request == null ? null : request.toOutcome());
                    } catch (FailureException e) {
                        asking.begun.completeExceptionally(e);
                    }
                })
                .start();
        asking.begun.exceptionally(e -> null).join();
        return asking;
    }

    /** As {@link #ask}; returns when it is over. */
    Outcome run(Exchange exchange, byte[] message) {
        return ask(exchange, message).outcome.join();
    }

    /** Lets the peer wait. */
    static Step until(CountDownLatch latch) {
        return client -> {
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        };
    }

    @Override
    public void close() {
        shared.close();
        if (!ended.isDone()) {
            new Thread(() -> ended.complete(shared.read())).start();
        }
        ended.join();
        helper.shutdown();
        peer.close();
    }
}
