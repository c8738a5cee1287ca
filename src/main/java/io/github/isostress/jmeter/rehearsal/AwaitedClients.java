package io.github.isostress.jmeter.rehearsal;

import io.github.isostress.connect.ListenSettings;
import io.github.isostress.failure.FailureException;
import io.github.isostress.jmeter.RunContext;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.record.SampleKind;
import io.github.isostress.jmeter.setting.ConnectionReader;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.jmeter.setting.PropertyReader;
import io.github.isostress.link.Keep;
import io.github.isostress.words.Plural;
import java.util.List;
import java.util.Optional;
import org.apache.jmeter.samplers.SampleResult;

/**
 * The clients that a trial waits for. Immutable.
 *
 * @param label of the samples that tell of clients
 * @param place the address and port on which it listens
 * @param count how many clients it waits for
 * @param waitMillis how long at most
 * @param conditions what a client must show, in words that may be empty
 */
record AwaitedClients(String label, String place, int count, int waitMillis, String conditions) {
    private static final Iso8583ConnectionSchema SCHEMA = Iso8583ConnectionSchema.INSTANCE;
    private static final int LONGEST_WAIT = 3_600_000;

    /**
     * Begins to listen, if the host is to connect.
     *
     * @return empty if we connect, or if it cannot listen: the attempt that follows tells why
     */
    static Optional<AwaitedClients> of(Iso8583Connection connection, RunContext run) {
        try {
            Optional<ListenSettings> settings = new ConnectionReader(connection, run).listenSettings();
            return settings.isPresent()
                    ? Optional.of(
                            of(connection, settings.get().with(run.listeners().begin(settings.get()))))
                    : Optional.empty();
        } catch (FailureException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static AwaitedClients of(Iso8583Connection connection, ListenSettings place) {
        PropertyReader read = new PropertyReader(connection);
        Keep keep = Keep.parse(read.text(SCHEMA.keep));
        return new AwaitedClients(
                SampleKind.ACCEPT.label(connection.getName()),
                place.toString(),
                keep instanceof Keep.Shared shared ? shared.count() : 1,
                read.number(SCHEMA.acceptTimeout, 1, LONGEST_WAIT),
                read.flag(SCHEMA.useTls) ? " over TLS" + certificate(read) : "");
    }

    private static String certificate(PropertyReader read) {
        String names = read.text(SCHEMA.clientNames);
        if (!names.isEmpty()) {
            return ", with a trusted certificate for " + names;
        }
        return read.flag(SCHEMA.requireClientCertificate) ? ", with a trusted certificate" : "";
    }

    /**
     * What is awaited, and what has come.
     *
     * @param samples of the trial so far
     * @return empty if all have come
     */
    Optional<String> words(List<SampleResult> samples) {
        long accepted = samples.stream()
                .filter(sample ->
                        sample.isSuccessful() && sample.getSampleLabel().equals(label))
                .count();
        if (accepted >= count) {
            return Optional.empty();
        }
        return Optional.of(
                "Listening on " + place + ": waiting for " + (count == 1 ? "a client" : Plural.of(count, "client"))
                        + conditions + ", at most " + ConnectionWords.time(waitMillis) + "."
                        + (accepted == 0 ? "" : " Connected so far: " + accepted + "."));
    }
}
