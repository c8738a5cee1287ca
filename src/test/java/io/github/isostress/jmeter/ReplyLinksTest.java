package io.github.isostress.jmeter;

import static io.github.isostress.support.TestMessages.pack;
import static io.github.isostress.support.TestMessages.purchase;
import static io.github.isostress.support.TestMessages.unpack;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.connect.Direction;
import io.github.isostress.framing.FramingReader;
import io.github.isostress.jmeter.element.Elements;
import io.github.isostress.jmeter.element.Iso8583Connection;
import io.github.isostress.jmeter.element.Iso8583Reply;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.jmeter.setting.Iso8583ReplySchema;
import io.github.isostress.support.Ports;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.apache.jmeter.samplers.SampleResult;
import org.jpos.iso.ISOMsg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The issuer on shared connections, and where the other end connects; that end is a bare socket. */
@ExtendWith(JMeterEnvironment.class)
class ReplyLinksTest {
    private static final Iso8583ConnectionSchema SCHEMA = Iso8583ConnectionSchema.INSTANCE;
    private static final String PACKAGER = "iso87ascii";
    private static final int THREADS = 4;
    private static final int LOOPS = 5;
    private static final int PATIENCE_MILLIS = 60_000;

    private final SmallPlan plan = new SmallPlan(THREADS, LOOPS);

    private void addReply(Iso8583Connection connection, String keep) {
        connection.set(SCHEMA.keep, keep);
        Iso8583Reply reply = new Iso8583Reply();
        reply.setName("issuer");
        reply.set(Iso8583ReplySchema.INSTANCE.template, "39 00");
        reply.set(Iso8583ReplySchema.INSTANCE.requestTimeout, String.valueOf(PATIENCE_MILLIS));
        plan.group().add(connection);
        plan.group().add(reply);
    }

    /** Sends requests one behind the other, and gives the STANs of the answers, sorted. */
    private static List<String> ask(Socket socket, int first, int count) throws IOException {
        socket.setSoTimeout(PATIENCE_MILLIS);
        for (int i = 0; i < count; i++) {
            socket.getOutputStream()
                    .write(FramingReader.parse("binary2").wrap(pack(purchase(PACKAGER, stan(first + i)))));
        }
        DataInputStream answers = new DataInputStream(socket.getInputStream());
        List<String> stans = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ISOMsg answer = unpack(PACKAGER, answers.readNBytes(answers.readUnsignedShort()));
            assertThat(answer.getString(39)).isEqualTo("00");
            stans.add(answer.getString(11));
        }
        stans.sort(null);
        return stans;
    }

    private static String stan(int number) {
        return String.format("%06d", number);
    }

    private static List<String> stans(int first, int count) {
        List<String> stans = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            stans.add(stan(first + i));
        }
        return stans;
    }

    private void assertAllAnswered() throws Exception {
        List<SampleResult> replies = Elements.labelled(plan.await(), "issuer");
        assertThat(replies).hasSize(THREADS * LOOPS).allMatch(SampleResult::isSuccessful);
    }

    @Test
    void shouldAnswerOnTheConnectionOfTheRequestWhenThreadsShareConnections() throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 2, InetAddress.getLoopbackAddress())) {
            addReply(Elements.connection("switch", String.valueOf(listening.getLocalPort())), "shared 2");
            plan.start();
            try (Socket one = listening.accept();
                    Socket other = listening.accept()) {
                assertThat(ask(one, 1, 12)).isEqualTo(stans(1, 12));
                assertThat(ask(other, 101, 8)).isEqualTo(stans(101, 8));
                assertAllAnswered();
            }
        }
    }

    @Test
    void shouldAnswerWhenTheOtherEndHasConnected() throws Exception {
        int port = Ports.free();
        Iso8583Connection accepting = Elements.connection("switch", "0");
        accepting.set(SCHEMA.direction, Direction.HOST_CONNECTS.words());
        accepting.set(SCHEMA.listenAddress, "127.0.0.1");
        accepting.set(SCHEMA.listenPort, String.valueOf(port));
        addReply(accepting, "thread");
        plan.start();
        List<Socket> clients = new ArrayList<>();
        try {
            for (int i = 0; i < THREADS; i++) {
                clients.add(connected(port));
            }
            for (int i = 0; i < THREADS; i++) {
                assertThat(ask(clients.get(i), 100 * i, LOOPS)).isEqualTo(stans(100 * i, LOOPS));
            }
            assertAllAnswered();
        } finally {
            for (Socket client : clients) {
                client.close();
            }
        }
    }

    /** The test listens from its start, which takes a moment. */
    private static Socket connected(int port) {
        Socket[] socket = new Socket[1];
        Elements.await(() -> {
            try {
                socket[0] = new Socket(InetAddress.getLoopbackAddress(), port);
                return true;
            } catch (IOException e) {
                return false;
            }
        });
        return socket[0];
    }
}
