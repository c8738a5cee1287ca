package io.github.isostress.it;

import io.github.isostress.failure.Failure;
import io.github.isostress.framing.FramingPreset;
import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.it.JMeterProcess.Run;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.jmeter.setting.Iso8583ReplySchema;
import io.github.isostress.jmeter.setting.Iso8583RequestSchema;
import io.github.isostress.support.FullBacklog;
import io.github.isostress.support.ScriptedPeer;
import io.github.isostress.support.Step;
import io.github.isostress.support.TestCertificates;
import io.github.isostress.support.TestHosts;
import io.github.isostress.support.TestMessages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One JMeter run in which each failure code happens in its own thread group, over connections of one shape. */
final class CatalogueRun implements AutoCloseable {
    private static final Iso8583ConnectionSchema CONNECTION = Iso8583ConnectionSchema.INSTANCE;
    private static final Iso8583RequestSchema REQUEST = Iso8583RequestSchema.INSTANCE;
    private static final Iso8583ReplySchema REPLY = Iso8583ReplySchema.INSTANCE;
    private static final String SIGN_ON = "0 0800\n7 0101000000\n11 ${__isoStan()}\n70 001";

    private static final String SHORT_FRAMES = "binary2 max=9999";

    /** Of requests of which one has no answer: the others have theirs in that time on a busy machine, too. */
    private static final int PATIENCE_MILLIS = 5_000;

    /** An answer is late that comes so long after the request; the next request comes later than that. */
    private static final int LATE_MILLIS = PATIENCE_MILLIS + 500;

    private static final int AFTER_LATE_MILLIS = 1_500;

    /**
     * From an answer to the next request: the peer's reset has come by then. After a second the connection is idle, is
     * found to be lost, and gives place to another: where a busy machine takes so long, it is tried again.
     */
    private static final int AFTER_RESET_MILLIS = 500;

    private final Path folder;
    private final Mishaps mishaps;
    private final Run run;

    CatalogueRun(Path folder, Shape shape) throws Exception {
        this.folder = folder;
        this.mishaps = new Mishaps(shape);
        misconfigured();
        unreachable();
        new TlsMishaps(mishaps, folder).add();
        new AcceptMishaps(mishaps, folder).add();
        new ManyUnderWayMishaps(mishaps).add();
        brokenOnTheWire();
        misjudged();
        new VerificationMishaps(mishaps).add();
        askedByTheHost();
        Path file = folder.resolve("catalogue.jmx");
        mishaps.plan().save(file);
        run = new JMeterProcess(folder, file)
                .with("jmeter.save.saveservice.thread_name", true)
                .run();
    }

    private void misconfigured() {
        Mishaps.set(mishaps.failing(Failure.CONFIG_ERROR, 1).connection, CONNECTION.framing, "nonsense");
        mishaps.failing(Failure.TEMPLATE_ERROR, 1).request.set(REQUEST.template, "0 0800\n11 1234567");
    }

    private void unreachable() throws Exception {
        Mishaps.set(mishaps.failing(Failure.UNKNOWN_HOST, 1).connection, CONNECTION.host, "no.such.invalid");
        mishaps.failing(Failure.CONNECTION_REFUSED, TestHosts.portWithoutHost());
        Mishaps.set(mishaps.failing(Failure.HOST_UNREACHABLE, 1).connection, CONNECTION.host, "255.255.255.255");
        FullBacklog full = new FullBacklog();
        mishaps.closeAtTheEnd(full::close);
        Mishap unanswered = mishaps.failing(Failure.CONNECT_TIMEOUT, full.port());
        Mishaps.set(unanswered.connection, CONNECTION.connectTimeout, 1_000);
        Mishap fromIpv6 = mishaps.failing(Failure.CONNECT_FAILED, mishaps.healthyPort());
        Mishaps.set(fromIpv6.connection, CONNECTION.localAddresses, "::1");
        Mishap pool = mishaps.once(Failure.POOL_TIMEOUT, mishaps.host("always : delay 5000"), 2, 1);
        Mishaps.set(pool.connection, CONNECTION.keep, "pool of 1");
        Mishaps.set(pool.connection, CONNECTION.poolWait, 50);
    }

    private void brokenOnTheWire() throws Exception {
        int decliner = mishaps.host("mti 0800 de 70 001 every 2 : decline 91");
        Mishap refused = mishaps.once(Failure.SIGN_ON_REFUSED, decliner, 1, 3);
        Mishaps.set(refused.connection, CONNECTION.signOn, SIGN_ON);
        Mishaps.set(refused.connection, CONNECTION.keep, "sample");
        Mishap newKey = mishaps.failing(Failure.NEW_KEY_REFUSED, mishaps.healthyPort());
        Mishaps.set(newKey.connection, CONNECTION.signOn, SIGN_ON + "\n48 00");
        Mishaps.set(newKey.connection, CONNECTION.newKeys, "MAK 48 ecb under=TMK");
        stan(mishaps.once(Failure.SEND_FAILED, brokenAfterItsFirstAnswer(), 1, 1)
                        .every(AFTER_RESET_MILLIS))
                .untilItFails();
        mishaps.secondOfThree(Failure.RESPONSE_TIMEOUT, "no answer").answerWithin(PATIENCE_MILLIS);
        mishaps.secondOfThree(Failure.PARTIAL_FRAME, "cut 50%").answerWithin(PATIENCE_MILLIS);
        mishaps.secondOfThree(Failure.CLOSED_BY_HOST, "close");
        mishaps.secondOfThree(Failure.CLOSED_INSIDE_FRAME, "cut 50% then close");
        mishaps.secondOfThree(Failure.CONNECTION_RESET, "reset");
        byte[] noLength = "no length".getBytes(StandardCharsets.US_ASCII);
        Mishap bad = firstOfTwo(
                Failure.BAD_FRAME, List.of(Step.read(4), Step.send(noLength)), answering("ascii4", "0210", true));
        Mishaps.set(bad.connection, CONNECTION.framing, "ascii4");
        EmbeddedHost announcing = TestHosts.ruled(SHORT_FRAMES, "iso87ascii", "mti 0200 every 2 : oversize length");
        mishaps.closeAtTheEnd(announcing::close);
        Mishap oversize = mishaps.once(Failure.FRAME_LENGTH, announcing.port(), 1, 3);
        Mishaps.set(oversize.connection, CONNECTION.framing, SHORT_FRAMES);
        mishaps.secondOfThree(Failure.UNPACK_ERROR, "garbage").answerWithin(PATIENCE_MILLIS);
    }

    private int brokenAfterItsFirstAnswer() {
        List<Step> broken = answering("binary2", "0210", true, 0);
        broken.add(Step.reset());
        return mishaps.peer(ScriptedPeer.playingInTurn(List.of(broken)));
    }

    /** Two requests over a connection each: the first fails by what the peer does, the second works. */
    private Mishap firstOfTwo(Failure failure, List<Step> fault, List<Step> answer) {
        int port = mishaps.peer(ScriptedPeer.playingInTurn(List.of(fault, answer)));
        Mishap mishap = stan(mishaps.once(failure, port, 1, 2));
        Mishaps.set(mishap.connection, CONNECTION.keep, "sample");
        return mishap;
    }

    private void misjudged() {
        mishaps.secondOfThree(Failure.UNMATCHED_RESPONSE, "wrong key").answerWithin(PATIENCE_MILLIS);
        mishaps.secondOfThree(Failure.WRONG_MTI, "wrong mti").answerWithin(PATIENCE_MILLIS);
        mishaps.secondOfThree(Failure.LATE_RESPONSE, "late " + LATE_MILLIS)
                .answerWithin(PATIENCE_MILLIS)
                .every(AFTER_LATE_MILLIS);
        mishaps.secondOfThree(Failure.DUPLICATE_RESPONSE, "twice");
        mishaps.secondOfThree(Failure.ECHO_MISMATCH, "wrong key 4");
        firstOfTwo(Failure.NO_RESPONSE_CODE, answering("binary2", "0210", false), answering("binary2", "0210", true));
        mishaps.secondOfThree(Failure.INTERRUPTED, "no answer").interruptedAfter(PATIENCE_MILLIS);
    }

    private void askedByTheHost() {
        mishaps.times(2, Failure.NO_REQUEST, mishaps.healthyPort(), 2).taking(reply -> {
            reply.set(REPLY.requestTimeout, "50");
            reply.set(REPLY.whenNoRequest, "failed sample");
        });
        Mishap taken = mishaps.times(1, Failure.NOT_ANSWERED, mishaps.host("mti 0200 : speak first then approve"), 2);
        Mishaps.set(taken.connection, CONNECTION.unsolicited, "none");
        taken.taking(reply -> reply.set(REPLY.action, "take"));
    }

    private static Mishap stan(Mishap mishap) {
        mishap.request.set(REQUEST.template, "0 0200\n11 000001\n41 TERM0001");
        return mishap;
    }

    private static List<Step> answering(String framing, String mti, boolean approved) {
        return answering(framing, mti, approved, 100);
    }

    /** An answer, and a pause in which it comes. */
    private static List<Step> answering(String framing, String mti, boolean approved, long pauseMillis) {
        var answer = TestMessages.message("iso87ascii", mti, "000001");
        if (approved) {
            answer.set(39, "00");
        }
        return new ArrayList<>(List.of(
                Step.read(4),
                Step.send(FramingPreset.named(framing).framing().wrap(TestMessages.pack(answer))),
                Step.pause(pauseMillis)));
    }

    /** How many samples are to have this code. */
    int expected(Failure failure) {
        return mishaps.expected(failure);
    }

    /** The samples of the code's thread group, in their order. */
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

    /** What none of these may hold. */
    String[] secrets() {
        return new String[] {
            Mishap.PAN,
            Mishap.TRACK2,
            Mishap.PIN_BLOCK,
            Mishap.PIN_BLOCK.toLowerCase(),
            TestCertificates.PASSWORD,
            TlsMishaps.WRONG_PASSWORD,
            VerificationMishaps.KEY,
            VerificationMishaps.KEY.toLowerCase()
        };
    }

    @Override
    public void close() throws IOException {
        mishaps.close();
    }
}
