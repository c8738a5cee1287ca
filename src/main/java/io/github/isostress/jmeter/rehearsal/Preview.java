package io.github.isostress.jmeter.rehearsal;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.framing.Framing;
import io.github.isostress.jmeter.RunContext;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.element.Iso8583Request;
import io.github.isostress.jmeter.setting.ConnectionReader;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.decode.MessageDecoder;
import io.github.isostress.message.describe.MessageDescription;
import io.github.isostress.message.template.ComputedValue;
import io.github.isostress.message.template.FilledMessage;
import io.github.isostress.words.Plural;
import java.util.List;
import java.util.Optional;

/**
 * A request as it would be sent; its functions are evaluated once. Nothing is masked but what formulas give.
 *
 * @param message the message without framing
 * @param frame the whole frame
 * @param decoded the message as the packager reads it; empty for raw messages
 * @param computed its values that formulas have given, in the order of computing
 * @param description the whole frame in words
 */
public record Preview(
        byte[] message,
        byte[] frame,
        Optional<DecodedMessage> decoded,
        List<ComputedValue> computed,
        MessageDescription description) {
    /**
     * Builds the message. Blocks: it may read the packager's file.
     *
     * @throws FailureException with the sentence that a sample would show
     */
    public static Preview of(PlanScope scope, Iso8583Request request) throws FailureException {
        try (RunContext run = RunContext.ofPreview()) {
            return PlanVariables.lend(scope.variables(), run, () -> live(scope, request, run));
        } catch (RuntimeException e) {
            throw new FailureException(Failure.CONFIG_ERROR, String.valueOf(e.getMessage()), e);
        }
    }

    private static Preview live(PlanScope scope, Iso8583Request request, RunContext run) throws FailureException {
        Iso8583Connection connection = scope.liveConnection()
                .orElseThrow(() -> new FailureException(
                        Failure.CONFIG_ERROR, Iso8583Request.withoutConnection(request.getName())));
        ConnectionReader reader = new ConnectionReader(connection, run);
        try {
            Optional<IsoPackager> packager = reader.packager();
            Framing framing = reader.framing();
            Iso8583Request live = scope.liveRequest(request);
            return of(live.template(run, packager).fill(live.context(run)), framing, packager);
        } catch (IllegalArgumentException e) {
            throw new FailureException(Failure.CONFIG_ERROR, "'" + connection.getName() + "': " + e.getMessage(), e);
        }
    }

    private static Preview of(FilledMessage filled, Framing framing, Optional<IsoPackager> packager)
            throws FailureException {
        byte[] message = filled.bytes();
        byte[] frame = wrapped(message, framing);
        Optional<DecodedMessage> decoded = decoded(message, packager);
        return new Preview(
                message, frame, decoded, filled.computed(), PreviewedFrame.of(frame, message.length, framing, decoded));
    }

    private static byte[] wrapped(byte[] message, Framing framing) throws FailureException {
        try {
            return framing.wrap(message);
        } catch (IllegalArgumentException e) {
            throw new FailureException(Failure.TEMPLATE_ERROR, e.getMessage(), e);
        }
    }

    /** Empty also where the packager cannot read the message: it can be sent all the same. */
    private static Optional<DecodedMessage> decoded(byte[] message, Optional<IsoPackager> packager) {
        try {
            return packager.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new MessageDecoder(packager.get()).decode(message));
        } catch (FailureException e) {
            return Optional.empty();
        }
    }

    /** Shows neither bytes nor values, since nothing is masked here. */
    @Override
    public String toString() {
        return "a preview of " + Plural.of(frame.length, "byte");
    }
}
