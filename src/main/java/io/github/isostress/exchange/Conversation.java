package io.github.isostress.exchange;

import io.github.isostress.exchange.Stray.Kind;
import io.github.isostress.exchange.Stray.Reply;
import io.github.isostress.failure.FailureException;
import io.github.isostress.message.DecodedMessage;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.MessageDecoder;
import io.github.isostress.wire.Frame;
import io.github.isostress.wire.HostConnection;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * One connection and what was lately said on it: so an answer that comes late, or once more, is told from the answer to
 * the present request. Used by one thread at a time, not always the same.
 */
public final class Conversation implements AutoCloseable {
    /** A host that does not take the answer to a request of its own is given up. */
    private static final long REPLY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final HostConnection connection;
    private final SentRequests requests = new SentRequests();

    /** A conversation on a connection on which nothing was said yet. */
    public Conversation(HostConnection connection) {
        this.connection = connection;
    }

    /** What it is held on. */
    public HostConnection connection() {
        return connection;
    }

    /** Closes the connection. */
    @Override
    public void close() {
        connection.close();
    }

    /**
     * Takes what has come while no request was under way, and answers the host's own requests. Waits no longer than a
     * moment, and only if something has come. A frame that cannot be read is an early one.
     *
     * @param packager reads messages; empty if they are raw, so that nothing is answered
     * @param rules which requests of the host are answered
     * @param strays takes what has come, even if it ends with a failure
     * @throws FailureException the connection is closed then
     */
    public void answerPending(Optional<IsoPackager> packager, UnsolicitedRules rules, Strays strays)
            throws FailureException {
        takeEarly(packager.map(MessageDecoder::new), rules, strays);
    }

    void takeEarly(Optional<MessageDecoder> decoder, UnsolicitedRules rules, Strays strays) throws FailureException {
        Optional<FailureException> broken = Optional.empty();
        for (Frame frame : connection.takeEarly()) {
            Stray stray = early(frame, decoder, rules);
            strays.add(stray);
            broken = broken.or(() -> breakOff(stray));
        }
        if (broken.isPresent()) {
            throw broken.get();
        }
    }

    private Stray early(Frame frame, Optional<MessageDecoder> decoder, UnsolicitedRules rules) {
        DecodedMessage message =
                decoder.map(reader -> readable(reader, frame.message())).orElse(null);
        return message == null
                ? Stray.early(frame, null)
                : explained(frame, message, rules).orElseGet(() -> Stray.early(frame, message));
    }

    static DecodedMessage readable(MessageDecoder decoder, byte[] message) {
        try {
            return decoder.decode(message);
        } catch (FailureException e) {
            return null;
        }
    }

    /**
     * What a message is that is not the answer to the present request. A request of the host for which there is a rule
     * is answered here.
     *
     * @return empty if nothing that was said explains it
     */
    Optional<Stray> explained(Frame frame, DecodedMessage message, UnsolicitedRules rules) {
        if (rules.apply(message.mti())) {
            return Optional.of(reply(frame, message, rules));
        }
        return requests.answeredLateBy(message)
                .map(request -> Stray.late(frame, message, request))
                .or(() ->
                        requests.answeredUnawaitedBy(message).map(request -> Stray.unawaited(frame, message, request)))
                .or(() -> requests.answeredAgainBy(message).map(request -> Stray.duplicate(frame, message, request)));
    }

    private Stray reply(Frame frame, DecodedMessage request, UnsolicitedRules rules) {
        try {
            byte[] answer = rules.answer(request);
            FramedMessage framed = FramedMessage.of(answer, connection.framing());
            connection.send(framed.bytes(), System.nanoTime() + REPLY_NANOS);
            long repliedNanos = System.nanoTime();
            DecodedMessage message = readable(new MessageDecoder(request.packager()), answer);
            Reply reply = new Reply(framed.bytes(), framed.messageStart(), message);
            return Stray.answered(frame, request, reply, repliedNanos);
        } catch (FailureException e) {
            return Stray.unanswered(frame, request, e.failure(), e.getMessage());
        }
    }

    /** The failure that an answer of ours has ended with, if the connection has ended with it. */
    Optional<FailureException> breakOff(Stray stray) {
        boolean brokenOff = stray.kind() == Kind.UNSOLICITED && stray.failure() != null && !connection.isOpen();
        return brokenOff ? Optional.of(new FailureException(stray.failure(), stray.particulars())) : Optional.empty();
    }

    SentRequests requests() {
        return requests;
    }
}
