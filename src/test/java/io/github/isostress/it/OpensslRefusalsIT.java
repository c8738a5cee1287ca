package io.github.isostress.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.failure.Failure;
import io.github.isostress.it.JMeterProcess.Run;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.PlanTree;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.support.OpensslServer;
import io.github.isostress.support.TestCertificates;
import io.github.isostress.support.TestHosts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What {@code openssl s_server} and a client of ours cannot agree on, each in a thread group of one JMeter run. */
@ExtendWith(JMeterEnvironment.class)
class OpensslRefusalsIT {
    private static final Iso8583ConnectionSchema CONNECTION = Iso8583ConnectionSchema.INSTANCE;
    private static final String DEMANDING = " -Verify 2 -verify_return_error";

    private final PlanTree plan = new PlanTree();

    @TempDir
    Path folder;

    @Test
    void shouldNameTheReasonWhenTheHandshakeCannotSucceed() throws Exception {
        OpensslServer.assumeInstalled();
        TestCertificates ours = new TestCertificates(folder);
        TestCertificates others = new TestCertificates(Files.createDirectories(folder.resolve("others")));
        String good = options(TestCertificates.asPem(ours.server()));
        try (var healthy = TestHosts.approving();
                OpensslServer required = new OpensslServer(folder, "-tls1_2" + good + DEMANDING);
                OpensslServer rejecting = new OpensslServer(folder, "-tls1_3" + good + DEMANDING);
                OpensslServer untrusted = new OpensslServer(folder, "-tls1_3" + good);
                OpensslServer expired =
                        new OpensslServer(folder, "-tls1_3" + options(TestCertificates.asPem(ours.expiredServer())));
                OpensslServer older = new OpensslServer(folder, "-tls1_2" + good)) {
            mishap(Failure.TLS_CLIENT_CERTIFICATE_REQUIRED, required, healthy.port(), ours.ca());
            Mishap stranger = mishap(Failure.TLS_CLIENT_CERTIFICATE_REJECTED, rejecting, healthy.port(), ours.ca());
            stranger.connection.set(CONNECTION.keyStore, others.client().toString());
            stranger.connection.set(CONNECTION.keyStorePassword, TestCertificates.PASSWORD);
            mishap(Failure.TLS_CERTIFICATE_UNTRUSTED, untrusted, healthy.port(), others.ca());
            mishap(Failure.TLS_CERTIFICATE_EXPIRED, expired, healthy.port(), ours.ca());
            mishap(Failure.TLS_NOTHING_IN_COMMON, older, healthy.port(), ours.ca())
                    .connection
                    .set(CONNECTION.protocols, "TLSv1.3");
            plan.save(folder.resolve("refusals.jmx"));

            Run run = new JMeterProcess(folder, folder.resolve("refusals.jmx")).run();

            assertThat(run.samples())
                    .filteredOn(sample -> sample.label().equals("works"))
                    .hasSize(10)
                    .allMatch(Jtl.Sample::successful);
            List<Jtl.Sample> failed = run.samples().stream()
                    .filter(sample -> !sample.successful())
                    .toList();
            assertThat(failed).hasSize(10).allSatisfy(sample -> {
                assertThat(sample.thread()).startsWith(sample.code() + " ");
                assertThat(sample.message())
                        .isEqualTo(Failure.valueOf(sample.code()).sentence());
            });
            assertThat(Files.readString(folder.resolve("results.jtl")) + run.log())
                    .doesNotContain(Mishap.PAN, Mishap.TRACK2, Mishap.PIN_BLOCK, TestCertificates.PASSWORD);
        }
    }

    private static String options(Path pem) {
        return " -cert " + pem + " -key " + pem + " -CAfile ca.pem";
    }

    private Mishap mishap(Failure failure, OpensslServer server, int healthyPort, Path trusted) {
        Mishap mishap = new Mishap(plan, failure, Shape.OWN, server.port(), 1, 2).followedByOneThatWorks(healthyPort);
        mishap.connection.set(CONNECTION.host, "localhost");
        mishap.connection.set(CONNECTION.useTls, true);
        mishap.connection.set(CONNECTION.trustStore, trusted.toString());
        return mishap;
    }
}
