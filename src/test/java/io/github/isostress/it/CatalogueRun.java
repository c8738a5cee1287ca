package io.github.isostress.it;

import io.github.isostress.failure.Failure;
import io.github.isostress.framing.FramingPreset;
import io.github.isostress.it.JMeterProcess.Run;
import io.github.isostress.jmeter.PlanHosts;
import io.github.isostress.jmeter.PlanTree;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.element.Iso8583ConnectionSchema;
import io.github.isostress.jmeter.element.Iso8583RequestSchema;
import io.github.isostress.support.FullBacklog;
import io.github.isostress.support.ScriptedPeer;
import io.github.isostress.support.Step;
import io.github.isostress.support.TestCertificates;
import io.github.isostress.support.TestMessages;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLParameters;
import org.apache.jmeter.testelement.schema.StringPropertyDescriptor;

/** One JMeter run in which each failure of the catalogue happens in a thread group of its own. */
final class CatalogueRun implements AutoCloseable {
    private static final Iso8583ConnectionSchema CONNECTION = Iso8583ConnectionSchema.INSTANCE;
    private static final Iso8583RequestSchema REQUEST = Iso8583RequestSchema.INSTANCE;
    private static final String SIGN_ON = "0 0800\n7 0101000000\n11 ${__isoStan()}\n70 001";

    private static final String SHORT_FRAMES = "binary2 max=9999";

    private final Path folder;
    private final TestCertificates certificates;
    private final PlanTree plan = new PlanTree();
    private final List<Closeable> peers = new ArrayList<>();
    private final Map<Failure, Integer> expected = new EnumMap<>(Failure.class);
    private final int healthyPort;
    private final Run run;

    CatalogueRun(Path folder) throws Exception {
        this.folder = folder;
        this.certificates = new TestCertificates(folder);
        this.healthyPort = host("");
        misconfigured();
        unreachable();
        withoutTls();
        brokenOnTheWire();
        misjudged();
        Path file = folder.resolve("catalogue.jmx");
        plan.save(file);
        run = new JMeterProcess(folder, file)
                .with("jmeter.save.saveservice.thread_name", true)
                .run();
    }

    private int host(String rules) {
        var host = PlanHosts.playing(rules);
        peers.add(host::close);
        return host.port();
    }

    private int peer(ScriptedPeer peer) {
        peers.add(peer::close);
        return peer.port();
    }

    /** Two requests that fail, after each of them another connection's that works. */
    private Mishap failing(Failure failure, int port) {
        expected.put(failure, 2);
        return new Mishap(plan, failure, port, 1, 2).followedByOneThatWorks(healthyPort);
    }

    /** Three requests to a host, of which the second fails. */
    private Mishap secondOfThree(Failure failure, String fault) {
        expected.put(failure, 1);
        return new Mishap(plan, failure, host("mti 0200 every 2 : " + fault), 1, 3);
    }

    private static void set(Iso8583Connection connection, StringPropertyDescriptor<?> property, Object value) {
        connection.set(property, value.toString());
    }

    private void misconfigured() throws Exception {
        set(failing(Failure.CONFIG_ERROR, 1).connection, CONNECTION.framing, "nonsense");
        failing(Failure.TEMPLATE_ERROR, 1).request.set(REQUEST.template, "0 0800\n11 1234567");
        keyStore(Failure.KEY_STORE_MISSING, folder.resolve("no-such.pfx"), TestCertificates.PASSWORD);
        keyStore(Failure.KEY_STORE_PASSWORD, certificates.client(), "an0ther-s3cret");
        Path keyless = folder.resolve("keyless.p12");
        TestCertificates.writeTrustStore(
                "PKCS12",
                keyless,
                TestCertificates.PASSWORD,
                certificates.authority().certificate());
        keyStore(Failure.KEY_STORE_WITHOUT_KEY, keyless, TestCertificates.PASSWORD);
        Path garbage = Files.writeString(folder.resolve("garbage.pfx"), "this is no key store");
        keyStore(Failure.KEY_STORE_UNREADABLE, garbage, TestCertificates.PASSWORD);
    }

    private void keyStore(Failure failure, Path file, String password) {
        Iso8583Connection connection = tls(failing(failure, 1)).connection;
        set(connection, CONNECTION.keyStore, file);
        set(connection, CONNECTION.keyStorePassword, password);
    }

    private Mishap tls(Mishap mishap) {
        mishap.connection.set(CONNECTION.useTls, true);
        set(mishap.connection, CONNECTION.trustStore, certificates.ca());
        return mishap;
    }

    private void unreachable() throws Exception {
        set(failing(Failure.UNKNOWN_HOST, 1).connection, CONNECTION.host, "no.such.invalid");
        failing(Failure.CONNECTION_REFUSED, PlanHosts.goneFromItsPort());
        set(failing(Failure.HOST_UNREACHABLE, 1).connection, CONNECTION.host, "255.255.255.255");
        FullBacklog full = new FullBacklog();
        peers.add(full::close);
        set(failing(Failure.CONNECT_TIMEOUT, full.port()).connection, CONNECTION.connectTimeout, 300);
        Iso8583Connection fromIpv6 = failing(Failure.CONNECT_FAILED, healthyPort).connection;
        set(fromIpv6, CONNECTION.localAddresses, "::1");
        Mishap pool = new Mishap(plan, Failure.POOL_TIMEOUT, host("always : delay 600"), 2, 1);
        set(pool.connection, CONNECTION.keep, "pool of 1");
        set(pool.connection, CONNECTION.poolWait, 50);
        expected.put(Failure.POOL_TIMEOUT, 1);
    }

    private void withoutTls() throws Exception {
        byte[] banner = "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        tls(failing(Failure.TLS_NOT_SPOKEN, peer(ScriptedPeer.playing(Step.read(5), Step.send(banner)))));
        tlsPeer(Failure.TLS_NOTHING_IN_COMMON, certificates.server(), "TLSv1.2")
                .connection
                .set(CONNECTION.protocols, "TLSv1.3");
        Path otherFolder = Files.createDirectories(folder.resolve("other"));
        TestCertificates others = new TestCertificates(otherFolder);
        set(
                tlsPeer(Failure.TLS_CERTIFICATE_UNTRUSTED, certificates.server(), "TLSv1.3").connection,
                CONNECTION.trustStore,
                others.ca());
        tlsPeer(Failure.TLS_CERTIFICATE_EXPIRED, server("expired", "127.0.0.1", Duration.ofDays(-2)), "TLSv1.3");
        tlsPeer(Failure.TLS_WRONG_HOST_NAME, server("elsewhere", "switch.example", Duration.ofDays(2)), "TLSv1.3");
        tls(failing(Failure.TLS_CLIENT_CERTIFICATE_REQUIRED, demandingHost()));
        Iso8583Connection stranger = tls(failing(Failure.TLS_CLIENT_CERTIFICATE_REJECTED, demandingHost())).connection;
        set(stranger, CONNECTION.keyStore, others.client());
        set(stranger, CONNECTION.keyStorePassword, TestCertificates.PASSWORD);
        Iso8583Connection silent =
                tls(failing(Failure.TLS_HANDSHAKE_TIMEOUT, peer(ScriptedPeer.playing(Step.staySilent())))).connection;
        set(silent, CONNECTION.connectTimeout, 300);
        tls(failing(Failure.TLS_HANDSHAKE_BROKEN_OFF, peer(ScriptedPeer.playing(Step.read(5)))));
        byte[] internalError = {0x15, 3, 3, 0, 2, 2, 80};
        tls(failing(Failure.TLS_FAILURE, peer(ScriptedPeer.playing(Step.read(5), Step.send(internalError)))));
    }

    private Mishap tlsPeer(Failure failure, Path server, String protocol) {
        return tls(failing(
                failure,
                peer(ScriptedPeer.overTls(
                        certificates.serverContext(server),
                        (SSLParameters parameters) -> parameters.setProtocols(new String[] {protocol}),
                        Step.staySilent()))));
    }

    private Path server(String name, String host, Duration validity) throws Exception {
        Path file = folder.resolve(name + ".p12");
        TestCertificates.writeStore(
                "PKCS12",
                file,
                TestCertificates.PASSWORD,
                certificates
                        .authority()
                        .issue(name, List.of(host), Instant.now().plus(validity)));
        return file;
    }

    private int demandingHost() {
        var host = io.github.isostress.support.TestHosts.tls("iso87ascii", certificates, true);
        peers.add(host::close);
        return host.port();
    }

    private void brokenOnTheWire() throws Exception {
        expected.put(Failure.SIGN_ON_REFUSED, 1);
        Mishap refused =
                new Mishap(plan, Failure.SIGN_ON_REFUSED, host("mti 0800 de 70 001 every 2 : decline 91"), 1, 3);
        set(refused.connection, CONNECTION.signOn, SIGN_ON);
        set(refused.connection, CONNECTION.keep, "sample");
        expected.put(Failure.SEND_FAILED, 1);
        stan(new Mishap(plan, Failure.SEND_FAILED, brokenAfterItsFirstAnswer(), 1, 3).every(300));
        secondOfThree(Failure.RESPONSE_TIMEOUT, "no answer").answerWithin(300);
        secondOfThree(Failure.PARTIAL_FRAME, "cut 50%").answerWithin(300);
        secondOfThree(Failure.CLOSED_BY_HOST, "close");
        secondOfThree(Failure.CLOSED_INSIDE_FRAME, "cut 50% then close");
        secondOfThree(Failure.CONNECTION_RESET, "reset");
        byte[] noLength = "no length".getBytes(StandardCharsets.US_ASCII);
        expected.put(Failure.BAD_FRAME, 1);
        Mishap bad = new Mishap(
                plan,
                Failure.BAD_FRAME,
                peer(ScriptedPeer.playingInTurn(
                        List.of(List.of(Step.read(4), Step.send(noLength)), answering("ascii4", "0210", true)))),
                1,
                2);
        set(stan(bad).connection, CONNECTION.keep, "sample");
        set(bad.connection, CONNECTION.framing, "ascii4");
        expected.put(Failure.FRAME_LENGTH, 1);
        var announcing = PlanHosts.playing("mti 0200 every 2 : oversize length", SHORT_FRAMES);
        peers.add(announcing::close);
        Mishap oversize = new Mishap(plan, Failure.FRAME_LENGTH, announcing.port(), 1, 3);
        set(oversize.connection, CONNECTION.framing, SHORT_FRAMES);
        secondOfThree(Failure.UNPACK_ERROR, "garbage").answerWithin(1000);
    }

    private int brokenAfterItsFirstAnswer() {
        List<Step> broken = new ArrayList<>(answering("binary2", "0210", true));
        broken.add(Step.reset());
        return peer(ScriptedPeer.playingInTurn(List.of(broken, answering("binary2", "0210", true))));
    }

    private void misjudged() {
        secondOfThree(Failure.UNMATCHED_RESPONSE, "wrong key").answerWithin(300);
        secondOfThree(Failure.WRONG_MTI, "wrong mti").answerWithin(300);
        secondOfThree(Failure.LATE_RESPONSE, "late 350").answerWithin(300).every(500);
        secondOfThree(Failure.DUPLICATE_RESPONSE, "twice");
        secondOfThree(Failure.ECHO_MISMATCH, "wrong key 4");
        expected.put(Failure.NO_RESPONSE_CODE, 1);
        Mishap codeless = stan(new Mishap(
                plan,
                Failure.NO_RESPONSE_CODE,
                peer(ScriptedPeer.playingInTurn(
                        List.of(answering("binary2", "0210", false), answering("binary2", "0210", true)))),
                1,
                2));
        set(codeless.connection, CONNECTION.keep, "sample");
        secondOfThree(Failure.INTERRUPTED, "no answer").interruptedAfter(2_000);
    }

    private static Mishap stan(Mishap mishap) {
        mishap.request.set(REQUEST.template, "0 0200\n11 000001\n41 TERM0001");
        return mishap;
    }

    private static List<Step> answering(String framing, String mti, boolean approved) {
        var answer = TestMessages.message("iso87ascii", mti, "000001");
        if (approved) {
            answer.set(39, "00");
        }
        return List.of(
                Step.read(4),
                Step.send(FramingPreset.named(framing).framing().wrap(TestMessages.pack(answer))),
                Step.pause(100));
    }

    /** How often it was made to happen. */
    int expected(Failure failure) {
        return expected.getOrDefault(failure, 0);
    }

    /** The samples of its thread group, in their order. */
    List<Jtl.Sample> samples(Failure failure) {
        return run.samples().stream()
                .filter(sample -> sample.thread().startsWith(failure.name() + " "))
                .toList();
    }

    List<Jtl.Sample> samples() {
        return run.samples();
    }

    String log() {
        return run.log();
    }

    /** Results, log and console. */
    List<String> everythingWritten() throws Exception {
        return List.of(Files.readString(folder.resolve("results.jtl")), run.log(), run.console());
    }

    /** What must not be in them. */
    String[] secrets() {
        return new String[] {
            Mishap.PAN,
            Mishap.TRACK2,
            Mishap.PIN_BLOCK,
            Mishap.PIN_BLOCK.toLowerCase(),
            TestCertificates.PASSWORD,
            "an0ther-s3cret"
        };
    }

    @Override
    public void close() throws IOException {
        for (Closeable peer : peers) {
            peer.close();
        }
    }
}
