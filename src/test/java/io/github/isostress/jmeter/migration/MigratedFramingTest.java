package io.github.isostress.jmeter.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.framing.FramingReader;
import io.github.isostress.jmeter.migration.OldPlugin.Config;
import io.github.isostress.jmeter.migration.OldPlugin.Sampler;
import io.github.isostress.jmeter.setting.Iso8583ConnectionSchema;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.support.JposHost;
import io.github.isostress.support.TestClient;
import io.github.isostress.support.TestMessages;
import io.github.isostress.wire.HostConnection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.jpos.core.SimpleConfiguration;
import org.jpos.iso.BaseChannel;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.ISOUtil;
import org.jpos.iso.channel.VAPChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/** Each channel that the old plugin offered sends the same bytes as the framing that it becomes; or is named. */
class MigratedFramingTest {
    private static final String PACKAGER = "iso87ascii";
    private static final String HEADER = "6000120034";

    @TempDir
    Path folder;

    /**
     * A channel with its settings.
     *
     * @param header of the channel; may be empty
     * @param samplerHeader hex digits of the header of each message; may be empty
     */
    private record Framed(OldChannel channel, String header, String samplerHeader, Map<String, String> properties) {
        BaseChannel jpos() throws Exception {
            BaseChannel jpos = (BaseChannel) Class.forName("org.jpos.iso.channel." + channel.className())
                    .getDeclaredConstructor()
                    .newInstance();
            Properties settings = new Properties();
            settings.putAll(properties);
            settings.put("host", "127.0.0.1");
            settings.put("port", "1");
            jpos.setConfiguration(new SimpleConfiguration(settings));
            jpos.setPackager(Packagers.builtIn(PACKAGER));
            if (!header.isEmpty()) {
                jpos.setHeader(header);
            }
            return jpos;
        }

        String migrated(Path folder) throws IOException {
            String config = OldPlans.element(
                    "ISO8583Config",
                    "config",
                    Map.of(
                            Config.CHANNEL, channel.className(),
                            Config.HEADER, header,
                            Config.HOST, "127.0.0.1",
                            Config.PORT, "1",
                            Config.PACKAGER, "jar:packager/iso87ascii.xml"),
                    OldPlans.table(Config.CHANNEL_PROPERTIES, Config.VALUE, properties));
            String sampler = OldPlans.element("ISO8583Sampler", "sampler", Map.of(Sampler.HEADER, samplerHeader));
            return OldPlans.Migrated.of(OldPlans.plan(folder, config, sampler), folder)
                    .written(Iso8583ConnectionSchema.INSTANCE.framing);
        }
    }

    static Stream<Arguments> framedChannels() {
        return Stream.concat(
                        Arrays.stream(OldChannel.values())
                                .filter(OldChannel::isFramed)
                                .flatMap(channel -> Stream.of(
                                        framed(channel, "", ""),
                                        framed(channel, HEADER, ""),
                                        framed(channel, "", "A1A2A3"))),
                        Stream.of(
                                framed(OldChannel.NAC, HEADER, "6000010002"),
                                framed(OldChannel.NCC, HEADER, "6000010002", "tpdu-swap", "false"),
                                framed(OldChannel.NAC, "", "", "include-header-length", "true"),
                                framed(OldChannel.ASCII, "OK", "", "length-digits", "6"),
                                framed(OldChannel.ASCII, "", "", "expect-keep-alive", "true"),
                                framed(OldChannel.VAP, "", "", "srcid", "123456", "dstid", "654321")))
                .filter(framed -> !isSentWrong(framed))
                .map(framed -> Arguments.of(framed.channel() + " " + framed, framed));
    }

    private static Framed framed(OldChannel channel, String header, String samplerHeader, String... properties) {
        Map<String, String> settings = new HashMap<>();
        for (int i = 0; i < properties.length; i += 2) {
            settings.put(properties[i], properties[i + 1]);
        }
        return new Framed(channel, header, samplerHeader, settings);
    }

    /** These count the header of a message in its length, but do not send it: no host can read that. */
    private static boolean isSentWrong(Framed framed) {
        return List.of(OldChannel.CS, OldChannel.GICC).contains(framed.channel())
                && !framed.samplerHeader().isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("framedChannels")
    void shouldSendTheBytesOfTheChannelWhenMigrated(String name, Framed framed) throws Exception {
        ISOMsg message = TestMessages.purchase(PACKAGER, "000001");
        byte[] bytes = TestMessages.pack(message);
        if (!framed.samplerHeader().isEmpty()) {
            message.setHeader(ISOUtil.hex2byte(framed.samplerHeader()));
        }

        byte[] ours = FramingReader.parse(framed.migrated(folder)).wrap(bytes);

        byte[] old = sent(framed.jpos(), message);
        assertThat(framed.channel() == OldChannel.HEX ? inUpperCase(ours) : ours)
                .isEqualTo(framed.channel() == OldChannel.HEX ? inUpperCase(old) : old);
    }

    /** The digits of a length in hex may be of either case. */
    private static byte[] inUpperCase(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1)
                .toUpperCase(Locale.ROOT)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] sent(BaseChannel channel, ISOMsg message) throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            channel.setHost("127.0.0.1", listening.getLocalPort());
            channel.connect();
            try (Socket accepted = listening.accept()) {
                channel.send(message);
                channel.disconnect();
                return accepted.getInputStream().readAllBytes();
            }
        }
    }

    static Stream<Arguments> channelsOfServers() {
        return framedChannels()
                .filter(arguments ->
                        ((Framed) arguments.get()[1]).samplerHeader().isEmpty());
    }

    /** jPOS's own server on that channel. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("channelsOfServers")
    void shouldBeAnsweredByTheChannelWhenMigrated(String name, Framed framed) throws Exception {
        try (JposHost host = new JposHost(framed.jpos());
                HostConnection connection = TestClient.connect(host.port(), framed.migrated(folder))) {
            for (String stan : List.of("000001", "000002")) {
                byte[] request = TestMessages.pack(TestMessages.purchase(PACKAGER, stan));
                connection.send(connection.framing().wrap(request), TestClient.soon());
                ISOMsg answer = TestMessages.unpack(
                        PACKAGER, connection.receive(TestClient.soon()).message());

                assertThat(answer.getString(11)).isEqualTo(stan);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = OldChannel.class,
            mode = Mode.INCLUDE,
            names = {"GZIP", "LOG", "TELNET_XML", "XML"})
    void shouldBeNamedWhenNoFramingIsThatOfTheChannel(OldChannel channel) throws Exception {
        OldPlans.Migrated migrated = OldPlans.Migrated.of(
                OldPlans.plan(
                        folder,
                        OldPlans.element(
                                "ISO8583Config",
                                "config",
                                Map.of(
                                        Config.CHANNEL,
                                        channel.className(),
                                        Config.HOST,
                                        "127.0.0.1",
                                        Config.PORT,
                                        "1"))),
                folder);

        assertThat(migrated.report().isComplete()).isFalse();
        assertThat(migrated.remarks())
                .contains("plan > config: classname: no framing is that of " + channel.className() + ", since "
                        + channel.reason() + ". Its samples fail until Framing says how the host frames its messages");
        assertThat(migrated.written(Iso8583ConnectionSchema.INSTANCE.framing)).isEqualTo(channel.className());
    }

    @Test
    void shouldKnowAllChannelsWhenTheOldPluginOffersThem() {
        assertThat(Arrays.stream(OldChannel.values()).filter(OldChannel::isFramed))
                .hasSize(16);
        assertThat(OldChannel.values()).hasSize(20);
        assertThat(OldChannel.of(VAPChannel.class.getName())).contains(OldChannel.VAP);
    }
}
