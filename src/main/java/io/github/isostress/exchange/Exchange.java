package io.github.isostress.exchange;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.message.DecodedMessage;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.MessageDecoder;
import io.github.isostress.wire.Frame;
import io.github.isostress.wire.HostConnection;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Sends a request and receives frames until one answers it or the deadline has come. The clock runs from before the
 * first byte is written to the last byte of the answer; unpacking and matching are outside it. Immutable and
 * thread-safe; each call uses a connection of its own.
 */
public final class Exchange {
    private static final String EARLY = "came before the request";
    private static final byte[] NOTHING = {};

    private final MessageDecoder decoder;
    private final ResponseMatcher matcher;
    private final long timeoutNanos;

    /**
     * An exchange of messages.
     *
     * @param packager reads them; empty for raw messages, where the next frame is the answer
     * @param matcher tells the answer from other messages
     * @param timeoutMillis how long the whole answer may take from the first byte sent, at least 1
     */
    public Exchange(Optional<IsoPackager> packager, ResponseMatcher matcher, int timeoutMillis) {
        this.decoder = packager.map(MessageDecoder::new).orElse(null);
        this.matcher = matcher;
        this.timeoutNanos = TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
    }

    /**
     * Runs one exchange. A connection on which it fails is closed afterwards, so that a late answer can never be
     * taken for the answer to a later request.
     *
     * @param connection open, and not used by anybody else meanwhile
     * @param message the request without framing
     * @throws FailureException {@link Failure#TEMPLATE_ERROR} if the message is longer than the framing allows
     */
    public Outcome run(HostConnection connection, byte[] message) throws FailureException {
        return new Run(connection, message).toOutcome();
    }

    private final class Run {
        private final HostConnection connection;
        private final byte[] sent;
        private final int sentMessageStart;
        private final DecodedMessage request;
        private final PassedOver passedOver = new PassedOver();
        private int sentBytes;
        private Frame response;
        private DecodedMessage answer;

        Run(HostConnection connection, byte[] message) throws FailureException {
            this.connection = connection;
            this.request = readable(message);
            try {
                this.sent = connection.framing().wrap(message);
            } catch (IllegalArgumentException e) {
                throw new FailureException(Failure.TEMPLATE_ERROR, e.getMessage(), e);
            }
            this.sentMessageStart =
                    connection.framing().prefix().width() + connection.framing().header().length;
        }

        /** A message need not be readable to be sent: a tester may want to send a broken one. */
        private DecodedMessage readable(byte[] message) {
            try {
                return decoder == null ? null : decoder.decode(message);
            } catch (FailureException e) {
                return null;
            }
        }

        Outcome toOutcome() {
            FailureException failure = null;
            long start = System.nanoTime();
            try {
                connection.takeEarly().forEach(frame -> passedOver.add(EARLY, frame));
                start = System.nanoTime();
                sentBytes = sent.length;
                connection.send(sent, start + timeoutNanos);
                receive(start);
            } catch (FailureException e) {
                failure = e;
                connection.close();
            }
            long end = response == null ? System.nanoTime() : response.lastByteNanos();
            long firstByte = response == null ? 0 : response.firstByteNanos();
            byte[] unfinished = failure == null ? NOTHING : connection.unfinished();
            return new Outcome(
                    sent,
                    sentMessageStart,
                    sentBytes,
                    request,
                    response,
                    answer,
                    failure,
                    start,
                    firstByte,
                    end,
                    passedOver,
                    unfinished);
        }

        private void receive(long start) throws FailureException {
            while (response == null) {
                Frame frame = next(start + timeoutNanos);
                if (frame.firstByteNanos() < start) {
                    passedOver.add(EARLY, frame);
                } else if (decoder == null) {
                    response = frame;
                } else {
                    judge(frame, decode(frame));
                }
            }
        }

        private void judge(Frame frame, DecodedMessage message) {
            Optional<String> mismatch = request == null ? Optional.empty() : matcher.mismatch(request, message);
            if (mismatch.isPresent()) {
                passedOver.add(mismatch.get(), frame);
            } else {
                response = frame;
                answer = message;
            }
        }

        private DecodedMessage decode(Frame frame) throws FailureException {
            try {
                return decoder.decode(frame.message());
            } catch (FailureException e) {
                response = frame;
                throw e;
            }
        }

        private Frame next(long deadline) throws FailureException {
            try {
                return connection.receive(deadline);
            } catch (FailureException e) {
                if (e.failure() == Failure.RESPONSE_TIMEOUT && !passedOver.isEmpty()) {
                    throw new FailureException(Failure.UNMATCHED_RESPONSE, passedOver.toString(), e);
                }
                throw e;
            }
        }
    }
}
