package io.github.isostress.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.isostress.it.JMeterProcess.Run;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The flagship plan against {@code openssl s_server} with a CA, certificates and a PFX that openssl has made. */
class OpensslServerIT {
    private static final String PASSWORD = "correct horse";

    @TempDir
    Path folder;

    private final AtomicInteger frames = new AtomicInteger();

    @BeforeEach
    void makeCertificates() throws Exception {
        assumeTrue(hasOpenssl(), "openssl is not installed");
        openssl("req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=TestCA -keyout ca.key -out ca.pem");
        Files.writeString(folder.resolve("san.cnf"), "subjectAltName=DNS:localhost,IP:127.0.0.1\n");
        sign("server", "-extfile san.cnf");
        sign("client", "");
        openssl("pkcs12 -export -inkey client.key -in client.pem -out client.pfx -passout", "pass:" + PASSWORD);
    }

    private static boolean hasOpenssl() throws InterruptedException {
        try {
            return new ProcessBuilder("openssl", "version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private void sign(String name, String extensions) throws Exception {
        openssl("req -new -newkey rsa:2048 -nodes -subj /CN=" + name + " -keyout " + name + ".key -out " + name
                + ".csr");
        openssl("x509 -req -days 2 -CA ca.pem -CAkey ca.key -CAcreateserial -in " + name + ".csr -out " + name + ".pem "
                + extensions);
    }

    private void openssl(String words, String... more) throws Exception {
        ProcessBuilder builder = builder(words, more);
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private ProcessBuilder builder(String words, String... more) {
        java.util.List<String> command = new java.util.ArrayList<>(java.util.List.of("openssl"));
        command.addAll(java.util.List.of(words.strip().split(" +")));
        command.addAll(java.util.List.of(more));
        return new ProcessBuilder(command).directory(folder.toFile());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-tls1_2", "-tls1_3"})
    void shouldExchangeFramesWhenServerRequiresClientCertificate(String version) throws Exception {
        int port = freePort();
        Process server = builder("s_server -quiet " + version + " -accept 127.0.0.1:" + port
                        + " -cert server.pem -key server.key -CAfile ca.pem -Verify 2 -verify_return_error")
                .redirectError(folder.resolve("s_server.txt").toFile())
                .start();
        Thread echo = new Thread(() -> echo(server), "s_server-echo");
        echo.start();
        try {
            Run run = stress(port)
                    .with("client_cert_pfx", folder.resolve("client.pfx"))
                    .with("client_cert_password", PASSWORD)
                    .run();

            assertThat(run.connects()).hasSize(1).allMatch(Jtl.Sample::successful);
            assertThat(run.requests()).isNotEmpty().allMatch(Jtl.Sample::successful);
            assertThat(run.requests()).hasSize(frames.get());
        } finally {
            server.destroy();
            echo.join(10_000);
        }
    }

    @Test
    void shouldSayTlsFailureWhenServerIsShownNoClientCertificate() throws Exception {
        int port = freePort();
        Process server = builder("s_server -quiet -tls1_3 -accept 127.0.0.1:" + port
                        + " -cert server.pem -key server.key -CAfile ca.pem -Verify 2 -verify_return_error")
                .redirectError(folder.resolve("s_server.txt").toFile())
                .start();
        try {
            Run run = stress(port).run();

            assertThat(run.samples()).filteredOn(sample -> !sample.successful()).isNotEmpty();
            assertThat(run.samples())
                    .filteredOn(sample -> !sample.successful())
                    .extracting(Jtl.Sample::code)
                    .containsOnly("TLS_FAILURE");
        } finally {
            server.destroy();
        }
    }

    private JMeterProcess stress(int port) throws InterruptedException {
        awaitListening(port);
        return new JMeterProcess(folder, JMeterProcess.STRESS_PLAN)
                .with("host", "127.0.0.1")
                .with("port", port)
                .with("use_tls", true)
                .with("ca_cert", folder.resolve("ca.pem"))
                .with("packager", "none")
                .with("iso_message", "00010203AABBCC")
                .with("workers", 1)
                .with("rps", 50)
                .with("test_duration_secs", 3);
    }

    /** s_server writes what it receives to its output and sends what it reads from its input. */
    private void echo(Process server) {
        try (DataInputStream received = new DataInputStream(server.getInputStream());
                OutputStream sent = server.getOutputStream()) {
            while (true) {
                byte[] message = new byte[received.readUnsignedShort()];
                received.readFully(message);
                frames.incrementAndGet();
                byte[] frame = new byte[message.length + 2];
                frame[1] = (byte) message.length;
                System.arraycopy(message, 0, frame, 2, message.length);
                sent.write(frame);
                sent.flush();
            }
        } catch (EOFException e) {
            // The server was stopped: the test is over.
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitListening(int port) throws InterruptedException {
        long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (System.nanoTime() < giveUp) {
            try (Socket probe = new Socket()) {
                probe.connect(new InetSocketAddress("127.0.0.1", port), 1000);
                return;
            } catch (IOException e) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        throw new AssertionError("openssl s_server does not listen on " + port);
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }
}
