package io.github.isostress.framing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.support.Bytes;
import io.github.isostress.support.JposHost;
import io.github.isostress.support.TestClient;
import io.github.isostress.support.TestHosts;
import io.github.isostress.support.TestMessages;
import io.github.isostress.wire.HostConnection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jpos.core.ConfigurationException;
import org.jpos.core.SimpleConfiguration;
import org.jpos.iso.BaseChannel;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.channel.ASCIIChannel;
import org.jpos.iso.channel.AmexChannel;
import org.jpos.iso.channel.BASE24Channel;
import org.jpos.iso.channel.BASE24TCPChannel;
import org.jpos.iso.channel.BCDChannel;
import org.jpos.iso.channel.CSChannel;
import org.jpos.iso.channel.GICCChannel;
import org.jpos.iso.channel.HEXChannel;
import org.jpos.iso.channel.NACChannel;
import org.jpos.iso.channel.NCCChannel;
import org.jpos.iso.channel.PostChannel;
import org.jpos.iso.channel.RawChannel;
import org.jpos.iso.channel.VAPChannel;
import org.jpos.iso.channel.X25Channel;
import org.jpos.iso.header.BASE1Header;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The second opinion: jPOS's channels at the other end of real sockets, as client and as host. */
class JposChannelsTest {
    private static final String PACKAGER = "iso87ascii";
    private static final String TPDU = "6000000000";

    static Stream<Arguments> channels() {
        return Stream.of(
                channel("none", X25Channel::new),
                channel("binary2", PostChannel::new),
                channel("binary2", NACChannel::new),
                channel("binary2 trailer=03", BASE24TCPChannel::new),
                channel("binary2-inclusive", AmexChannel::new),
                channel("binary2-inclusive", () -> configured(new NACChannel(), "include-header-length", "true")),
                channel("binary4", RawChannel::new),
                channel("binary4", GICCChannel::new),
                channel("bcd2", NCCChannel::new),
                channel("bcd2", BCDChannel::new),
                channel("ascii4", ASCIIChannel::new),
                channel("ascii4 length=ascii6", () -> configured(new ASCIIChannel(), "length-digits", "6")),
                channel("hex4", HEXChannel::new),
                channel("tpdu", () -> withTpdu(configured(new NACChannel(), "tpdu-swap", "false"))),
                channel("tpdu length=bcd2", () -> withTpdu(configured(new NCCChannel(), "tpdu-swap", "false"))),
                channel("binary2 header=4F4B counts-header", () -> withHeader(new PostChannel(), "4F4B")),
                channel("visa", CSChannel::new),
                channel("visa-base1", VAPChannel::new),
                channel("etx", BASE24Channel::new));
    }

    private static Arguments channel(String framing, Supplier<BaseChannel> channel) {
        return Arguments.of(framing, channel.get().getClass().getSimpleName(), channel);
    }

    private static <C extends BaseChannel> C configured(C channel, String key, String value) {
        try {
            Properties properties = new Properties();
            properties.setProperty(key, value);
            channel.setConfiguration(new SimpleConfiguration(properties));
            return channel;
        } catch (ConfigurationException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static BaseChannel withTpdu(BaseChannel channel) {
        return withHeader(channel, TPDU);
    }

    private static BaseChannel withHeader(BaseChannel channel, String header) {
        channel.setHeader(header);
        return channel;
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("channels")
    void shouldAnswerWhenJposIsTheClient(String framing, String name, Supplier<BaseChannel> channels) throws Exception {
        BaseChannel channel = channels.get();
        try (EmbeddedHost host = TestHosts.plain(framing, PACKAGER)) {
            channel.setPackager(Packagers.builtIn(PACKAGER));
            channel.setHost("127.0.0.1", host.port());
            channel.setTimeout(TestClient.PATIENCE_MILLIS);
            channel.connect();
            for (String stan : new String[] {"000001", "000002"}) {
                channel.send(TestMessages.purchase(PACKAGER, stan));
                ISOMsg answer = channel.receive();

                assertThat(answer.getMTI()).isEqualTo("0210");
                assertThat(answer.getString(11)).isEqualTo(stan);
                assertThat(answer.getString(39)).isEqualTo("00");
            }
        } finally {
            channel.disconnect();
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("channels")
    void shouldBeAnsweredWhenJposIsTheHost(String framing, String name, Supplier<BaseChannel> channels)
            throws Exception {
        BaseChannel channel = channels.get();
        channel.setPackager(Packagers.builtIn(PACKAGER));
        try (JposHost host = new JposHost(channel);
                HostConnection connection = TestClient.connect(host.port(), framing)) {
            for (String stan : new String[] {"000001", "000002"}) {
                byte[] request = TestMessages.pack(TestMessages.purchase(PACKAGER, stan));
                connection.send(connection.framing().wrap(request), TestClient.soon());
                ISOMsg answer = TestMessages.unpack(
                        PACKAGER, connection.receive(TestClient.soon()).message());

                assertThat(answer.getMTI()).isEqualTo("0210");
                assertThat(answer.getString(11)).isEqualTo(stan);
                assertThat(answer.getString(39)).isEqualTo("00");
            }
        }
    }

    /** What each channel does with a poll if nothing is set. */
    static Stream<Arguments> pollsOfChannels() {
        return Stream.of(
                polled("binary2-inclusive", AmexChannel::new, "0000"),
                polled("visa-base1", VAPChannel::new, "00000000"),
                polled("visa", VAPChannel::new, "00000000"),
                polled("visa", CSChannel::new, "00000000"),
                polled("binary4 polls=answer", GICCChannel::new, "00000000"),
                polled("binary2 trailer=03 polls=answer", BASE24TCPChannel::new, "0000"),
                polled("binary2", PostChannel::new, "0000"),
                polled("binary2", NACChannel::new, "0000"),
                polled("binary4", RawChannel::new, "00000000"),
                polled("bcd2", NCCChannel::new, "0000"),
                polled("bcd2", BCDChannel::new, "0000"),
                polled("ascii4", ASCIIChannel::new, "30303030"),
                polled("hex4", HEXChannel::new, "30303030"));
    }

    private static Arguments polled(String framing, Supplier<BaseChannel> channel, String poll) {
        return Arguments.of(framing, channel.get().getClass().getSimpleName(), channel, poll);
    }

    /** A poll, then a request: a host that answers polls sends the poll back first, ours as jPOS's. */
    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("pollsOfChannels")
    void shouldAnswerPollsWhereTheChannelDoes(String text, String name, Supplier<BaseChannel> channels, String poll)
            throws Exception {
        BaseChannel channel = channels.get();
        channel.setPackager(Packagers.builtIn(PACKAGER));
        Framing framing = FramingReader.parse(text);
        byte[] request = framing.wrap(TestMessages.pack(TestMessages.purchase(PACKAGER, "000001")));
        try (JposHost jpos = new JposHost(channel);
                EmbeddedHost ours = TestHosts.plain(text, PACKAGER)) {
            for (int port : new int[] {jpos.port(), ours.port()}) {
                byte[] first = firstBytes(port, Bytes.join(Bytes.hex(poll), request), poll.length() / 2);

                assertThat(Arrays.equals(first, Bytes.hex(poll))).isEqualTo(framing.answersPolls());
            }
        }
    }

    private static byte[] firstBytes(int port, byte[] sent, int count) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TestClient.PATIENCE_MILLIS);
            socket.getOutputStream().write(sent);
            return socket.getInputStream().readNBytes(count);
        }
    }

    static Stream<Arguments> channelsThatAnswerPolls() {
        return pollsOfChannels()
                .filter(channel ->
                        FramingReader.parse((String) channel.get()[0]).answersPolls()
                                && !(channel.get()[0].equals("visa") && channel.get()[1].equals("VAPChannel")));
    }

    /** Both ends send polls back; that must come to an end. */
    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("channelsThatAnswerPolls")
    void shouldGoOnAfterPollsWhenJposIsTheClient(
            String framing, String name, Supplier<BaseChannel> channels, String poll) throws Exception {
        BaseChannel channel = channels.get();
        try (EmbeddedHost host = TestHosts.plain(framing, PACKAGER)) {
            channel.setPackager(Packagers.builtIn(PACKAGER));
            channel.setHost("127.0.0.1", host.port());
            channel.setTimeout(TestClient.PATIENCE_MILLIS);
            channel.connect();
            channel.getSocket().getOutputStream().write(Bytes.hex(poll));
            channel.send(TestMessages.purchase(PACKAGER, "000001"));

            assertThat(channel.receive().getString(11)).isEqualTo("000001");
        } finally {
            channel.disconnect();
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("channelsThatAnswerPolls")
    void shouldAnswerPollsWhenJposIsTheHost(String framing, String name, Supplier<BaseChannel> channels, String poll)
            throws Exception {
        BaseChannel channel = channels.get();
        channel.setPackager(Packagers.builtIn(PACKAGER));
        try (JposHost host = new JposHost(channel, Bytes.hex(poll));
                HostConnection connection = TestClient.connect(host.port(), framing)) {
            byte[] request = TestMessages.pack(TestMessages.purchase(PACKAGER, "000001"));
            connection.send(connection.framing().wrap(request), TestClient.soon());
            ISOMsg answer = TestMessages.unpack(
                    PACKAGER, connection.receive(TestClient.soon()).message());

            assertThat(answer.getString(11)).isEqualTo("000001");
            assertThat(connection.sentBytes())
                    .isGreaterThan(connection.framing().wrap(request).length);
        }
    }

    /** Our header has the bytes that jPOS's has, at every length. */
    @ParameterizedTest
    @ValueSource(ints = {1, 200, 255, 256, 5_000})
    void shouldWriteVisasHeaderAsJposDoes(int length) {
        BASE1Header header = new BASE1Header("000000", "000000");
        header.setLen(length);

        byte[] frame = FramingReader.parse("visa-base1").wrap(new byte[length]);

        assertThat(Arrays.copyOfRange(frame, 4, 26)).isEqualTo(header.pack());
    }
}
