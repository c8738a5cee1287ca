package io.github.isostress.jmeter.rehearsal;

import io.github.isostress.diagnosis.FramingDoctor;
import io.github.isostress.draft.capture.Capture;
import io.github.isostress.draft.capture.CapturedBytes;
import io.github.isostress.failure.FailureException;
import io.github.isostress.framing.Framing;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.decode.MessageDecoder;
import io.github.isostress.words.Plural;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The messages of a capture file, as the connection in scope frames and reads them. Where its framing fits nothing, the
 * one is taken that does. Immutable.
 *
 * @param messages in the order of the file; 10,000 at most
 * @param remarks what is to be said of the file, in sentences without full stops
 */
public record MessagesInCapture(List<MessageInCapture> messages, List<String> remarks) {
    private static final int MOST = 10_000;
    private static final Pattern MTI = Pattern.compile("\\d{4}");

    /**
     * Reads a capture file. Blocks.
     *
     * @param scope for the connection; where there is none, a new connection's framing and packager count
     * @throws IllegalArgumentException with one clear sentence if there is no message to be had
     */
    public static MessagesInCapture read(Path file, PlanScope scope) {
        ConnectionInScope connection = ConnectionInScope.of(scope)
                .or(() -> ConnectionInScope.of(scope.with(new Iso8583Connection())))
                .orElseThrow();
        return new Reading(connection, Capture.read(file)).read();
    }

    /** One file that is read. */
    private static final class Reading {
        private final ConnectionInScope connection;
        private final Capture capture;
        private final List<MessageInCapture> messages = new ArrayList<>();
        private final Set<String> remarks;
        private int encrypted;

        Reading(ConnectionInScope connection, Capture capture) {
            this.connection = connection;
            this.capture = capture;
            this.remarks = new LinkedHashSet<>(capture.remarks());
        }

        MessagesInCapture read() {
            capture.all().forEach(this::add);
            if (messages.isEmpty()) {
                throw new IllegalArgumentException(nothing());
            }
            if (encrypted > 0) {
                remarks.add(Plural.of(encrypted, "encrypted direction (TLS) is", "encrypted directions (TLS) are")
                        + " left out");
            }
            if (messages.size() > MOST) {
                remarks.add("it has more than " + MOST + " messages, and the first " + MOST + " are shown");
            }
            messages.sort(Comparator.comparing(message -> message.packet().number()));
            return new MessagesInCapture(
                    List.copyOf(messages.subList(0, Math.min(MOST, messages.size()))), List.copyOf(remarks));
        }

        private String nothing() {
            return encrypted > 0
                    ? "the capture is encrypted: its connections speak TLS; capture behind the end of TLS, or paste what"
                            + " Wireshark shows as decrypted"
                    : "no frame of " + connection.framing()
                            + " was found in the capture, nor of any other framing known here";
        }

        private void add(CapturedBytes bytes) {
            if (isTls(bytes.bytes())) {
                encrypted++;
                return;
            }
            List<MessageInCapture> found = cut(bytes, connection.framing());
            if (found.stream().noneMatch(message -> !message.mti().isEmpty())) {
                Optional<Framing> other =
                        FramingDoctor.framingOf(bytes.bytes(), connection.framing(), connection.packager());
                if (other.isPresent() && !other.get().equals(connection.framing())) {
                    found = cut(bytes, other.get());
                    remarks.add("the framing " + connection.framing() + " of the connection does not fit, "
                            + other.get() + " does");
                }
            }
            messages.addAll(found);
        }

        private List<MessageInCapture> cut(CapturedBytes bytes, Framing framing) {
            return FrameCutter.cut(bytes, framing, MOST + 1).stream()
                    .map(cut -> new MessageInCapture(
                            bytes.packetAt(cut.offset()), bytes.way(), mti(cut.message()), cut.message()))
                    .toList();
        }

        private String mti(byte[] message) {
            return connection
                    .packager()
                    .flatMap(packager -> mti(packager, message))
                    .orElse("");
        }

        private static Optional<String> mti(IsoPackager packager, byte[] message) {
            try {
                return Optional.of(new MessageDecoder(packager).decode(message).mti())
                        .filter(MTI.asMatchPredicate());
            } catch (FailureException e) {
                return Optional.empty();
            }
        }

        /** RFC 8446, 5.1: the type of a record, then a version. */
        private static boolean isTls(byte[] bytes) {
            byte[] begin = Arrays.copyOf(bytes, 3);
            return begin[0] >= 20 && begin[0] <= 23 && begin[1] == 3 && begin[2] >= 0 && begin[2] <= 4;
        }
    }
}
