package io.github.isostress.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.it.JMeterProcess.Run;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.support.Await;
import io.github.isostress.support.Ports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.jpos.core.SimpleConfiguration;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.ISOServer;
import org.jpos.iso.ISOSource;
import org.jpos.iso.ISOUtil;
import org.jpos.iso.ServerChannel;
import org.jpos.iso.channel.NACChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stress plan against jPOS's server: a second opinion on framing, packing and matching. */
class JposServerIT {
    private static final byte[] TPDU = ISOUtil.hex2byte("6000000000");

    @TempDir
    Path folder;

    private final AtomicInteger purchases = new AtomicInteger();

    private boolean approve(ISOSource source, ISOMsg message) {
        try {
            assertThat(message.getMTI()).isEqualTo("0200");
            purchases.incrementAndGet();
            ISOMsg answer = (ISOMsg) message.clone(0, 2, 3, 4, 7, 11, 12, 13, 37, 41, 42, 49);
            answer.setResponseMTI();
            answer.set(39, message.getString(4).endsWith("7") ? "51" : "00");
            source.send(answer);
            return true;
        } catch (ISOException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void shouldExchangeMessagesWhenJposServerListensOnNacChannelWithTpdu() throws Exception {
        // ISOServer cannot say which port it got.
        int port = Ports.free();
        ServerChannel channel = new NACChannel(Packagers.builtIn("iso87binary"), TPDU);
        ISOServer server = new ISOServer(port, channel, null);
        server.setConfiguration(new SimpleConfiguration());
        server.addISORequestListener(this::approve);
        Thread listening = new Thread(server, "jpos-server");
        listening.start();
        try {
            Await.until("jPOS listens", () -> !Ports.isClosed(port));
            Run run = new JMeterProcess(folder, JMeterProcess.STRESS_PLAN)
                    .with("host", "127.0.0.1")
                    .with("port", port)
                    .with("framing", "tpdu")
                    .with("packager", "iso87binary")
                    .with("ramp_up_secs", 1)
                    .runUntil(soFar -> soFar.threads("host connect") == 20
                            && soFar.count("purchase") > 100
                            && soFar.countOfCode("51") > 0);

            assertThat(run.connects()).hasSize(20).allMatch(Jtl.Sample::successful);
            assertThat(run.requests()).hasSize(purchases.get()).hasSizeGreaterThan(100);
            assertThat(run.requests()).extracting(Jtl.Sample::code).containsOnly("00", "51");
            assertThat(run.requests())
                    .filteredOn(sample -> sample.code().equals("51"))
                    .isNotEmpty()
                    .allMatch(sample -> !sample.successful() && sample.message().equals("Not sufficient funds"));
        } finally {
            server.shutdown();
            listening.join(10_000);
        }
    }
}
