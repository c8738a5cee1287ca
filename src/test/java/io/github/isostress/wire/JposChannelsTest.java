package io.github.isostress.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.host.EmbeddedHost;
import io.github.isostress.message.Packagers;
import io.github.isostress.support.JposHost;
import io.github.isostress.support.TestClient;
import io.github.isostress.support.TestHosts;
import io.github.isostress.support.TestMessages;
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
import org.jpos.iso.channel.X25Channel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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
}
