package io.github.isostress.host.session;

import io.github.isostress.diagnosis.Misread;
import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.framing.Frame;
import io.github.isostress.host.seal.ClientSeals;
import io.github.isostress.host.seal.Refusal;
import io.github.isostress.host.seal.Signing;
import io.github.isostress.wire.FramePatience;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** One of the host's connections, from the handshake to the end. Run by one thread. */
public final class HostSession {
    /** A client that sends a message sends all of it: a pause within it lasts no longer than this. */
    private static final long FRAME_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final Set<Failure> NO_REQUEST =
            EnumSet.of(Failure.BAD_FRAME, Failure.FRAME_LENGTH, Failure.UNPACK_ERROR);

    private final HostLine line;
    private final SessionServices services;
    private final HostRecord record;
    private final ClientSeals seals;
    private final Set<String> askedStans = new HashSet<>(0);
    private final FramePatience rest = new Rest();
    /** The frame that is being heard; null while one is awaited. */
    private Frame heard;

    private boolean hasWaited;

    public HostSession(Peer peer, SessionServices services) {
        this.line = new HostLine(peer, services.record());
        this.services = services;
        this.record = services.record();
        this.seals = services.seals().forClient(services.counters(), record::unsigned);
    }

    HostLine line() {
        return line;
    }

    SessionServices services() {
        return services;
    }

    HostRecord record() {
        return record;
    }

    /** Serves the peer until either side closes the connection. */
    public void run() {
        try {
            line.open();
        } catch (FailureException e) {
            record.handshakeRefused();
            if (!line.isHungUp()) {
                hungUp("TLS handshake failed", e.getMessage());
            }
            return;
        }
        record.connected();
        services.route().ifPresent(route -> route.joined(line));
        try {
            serve();
        } finally {
            line.close();
            record.disconnected();
            services.route().ifPresent(route -> route.left(line));
        }
    }

    private void serve() {
        try {
            greet();
            while (line.isOpen()) {
                heard = null;
                heard = line.receive(rest);
                hear(heard);
            }
        } catch (FailureException e) {
            ended(e);
        } catch (IllegalArgumentException | StackOverflowError e) {
            record.unanswered();
            hungUp("no answer can be made", String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            record.unanswered();
            hungUp("the host itself failed", e.getClass().getName());
        }
    }

    private void ended(FailureException e) {
        Misread misread = misread(heard == null ? line.unfinished() : heard.bytes());
        if (NO_REQUEST.contains(e.failure())) {
            record.unanswered();
            boolean isFrame = e.failure() == Failure.UNPACK_ERROR;
            record.misread(
                    isFrame ? "unreadable message" : "bad frame",
                    line.peer(),
                    () -> e.getMessage() + misread.suspicion());
        } else if (e.failure() == Failure.CLOSED_INSIDE_FRAME && !hasWaited) {
            record.unfinished().left(line.peer(), misread::missing);
        }
    }

    /** Waits for the rest of a frame as long as the client stays, and tells of it. */
    private final class Rest implements FramePatience {
        @Override
        public long nanos() {
            return FRAME_NANOS;
        }

        @Override
        public boolean outlasts(byte[] came) {
            hasWaited = true;
            record.unfinished().waits(line.peer(), misread(came)::missing);
            return true;
        }
    }

    private Misread misread(byte[] bytes) {
        return new Misread(bytes, line.framing(), services.messages().map(HostMessages::packager));
    }

    void hungUp(String reason, String particulars) {
        record.hungUp(reason, line.peer(), particulars);
    }

    private void greet() throws FailureException {
        Optional<RuleChoice.Choice> choice = services.rules().onConnect();
        if (choice.isPresent()) {
            choice.get().script().play(new HostTurn(this, choice.get().random()));
        }
    }

    private void hear(Frame frame) throws FailureException {
        ReceivedMessage message = new ReceivedMessage(frame, services.messages());
        Optional<byte[]> answer = services.responder().respond(message.bytes());
        if (answer.isPresent()) {
            record.requested();
            if (!line.isSilent()) {
                react(message, answer.get());
            }
        } else if (!isAwaited(message)) {
            record.unanswered();
        }
    }

    private void react(ReceivedMessage request, byte[] rightAnswer) throws FailureException {
        Optional<Refusal> refusal = seals.verify() ? seals.refusal(request.elements()) : Optional.empty();
        if (refusal.isPresent()) {
            refuse(request, rightAnswer, refusal.get());
            return;
        }
        Optional<RuleChoice.Choice> choice = services.rules().onRequest(request);
        if (choice.isPresent()) {
            choice.get()
                    .script()
                    .play(new HostTurn(this, request, rightAnswer, choice.get().random()));
        } else {
            answer(request, rightAnswer);
        }
    }

    /** No rule sees a request that is refused. */
    private void refuse(ReceivedMessage request, byte[] rightAnswer, Refusal refusal) throws FailureException {
        record.refused(refusal, line.peer());
        answer(request, services.messages().orElseThrow().decline(rightAnswer, refusal.code()));
    }

    private void answer(ReceivedMessage request, byte[] answer) throws FailureException {
        line.write(framed(request, answer, Signing.RIGHT));
        record.answered();
    }

    /**
     * The frame of an answer that is written next, signed with the keys that are in force there.
     *
     * @param answer without framing
     */
    byte[] framed(ReceivedMessage request, byte[] answer, Signing signing) throws FailureException {
        return line.framing().wrap(seals.sign() ? seals.signed(answer, request.elements(), signing) : answer);
    }

    /** What is verified and signed on this connection. */
    ClientSeals seals() {
        return seals;
    }

    void speak(EchoRequests.Echo echo) throws FailureException {
        askedStans.add(echo.stan());
        line.write(line.framing().wrap(echo.message()));
        record.asked();
    }

    /** Whether a message that is no request answers one of ours, or one that was forwarded. */
    private boolean isAwaited(ReceivedMessage message) {
        if (askedStans.isEmpty() && services.route().isEmpty()) {
            return false;
        }
        if (askedStans.remove(EchoRequests.answeredStan(message))) {
            record.answerReceived();
            return true;
        }
        return services.route().isPresent() && services.route().get().relay(message);
    }

    /**
     * Closes the connection, from any thread.
     *
     * @param reason is counted and logged; empty for neither
     */
    public void hangUp(String reason) {
        if (!reason.isEmpty() && !line.isHungUp()) {
            hungUp(reason, "");
        }
        line.hangUp();
    }
}
