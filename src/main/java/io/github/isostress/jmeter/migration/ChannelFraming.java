package io.github.isostress.jmeter.migration;

import io.github.isostress.jmeter.migration.OldChannel.HeaderForm;
import io.github.isostress.jmeter.migration.OldPlugin.Config;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Says in our words how a channel cuts its messages out of the stream of bytes. For one connection. */
final class ChannelFraming {
    private static final String EXPRESSION = "${";
    private static final int TPDU_DIGITS = 10;
    private static final int ADDRESS_DIGITS = 6;
    /** What stands behind the addresses in Visa's header of 22 bytes. */
    private static final String VISA_REST = "00".repeat(11);

    private final PlanNode config;
    private final ChannelProperties properties;
    private final MigrationRemarks remarks;

    ChannelFraming(PlanNode config, ChannelProperties properties, MigrationRemarks remarks) {
        this.config = config;
        this.properties = properties;
        this.remarks = remarks;
    }

    /**
     * The framing as it is written.
     *
     * @param samplerHeader hex digits that the messages have as their header, instead of the channel's; may be empty
     */
    String text(String samplerHeader) {
        String className = config.text(Config.CHANNEL);
        Optional<OldChannel> channel = OldChannel.of(className);
        if (channel.isPresent() && channel.get().isFramed()) {
            return text(channel.get(), samplerHeader);
        }
        remarks.missing(
                config,
                Config.CHANNEL,
                channel.map(known -> "no framing is that of " + className + ", since " + known.reason())
                                .orElse("'" + className + "' is none of the channels of jPOS")
                        + ". Its samples fail until Framing says how the host frames its messages");
        return className.isEmpty() ? "unknown" : className;
    }

    private String text(OldChannel channel, String samplerHeader) {
        List<String> words = new ArrayList<>();
        words.add(base(channel));
        words.addAll(header(channel, samplerHeader));
        if (properties.takeFlag("expect-keep-alive", false)) {
            words.add(channel == OldChannel.ASCII ? "polls=answer" : "polls=ignore");
        }
        if (!properties.takeFlag("reply-keepalive", true)) {
            words.add("polls=ignore");
        }
        properties.take("max-packet-length").ifPresent(most -> words.add("max=" + most));
        return String.join(" ", words);
    }

    private String base(OldChannel channel) {
        Optional<String> digits = channel == OldChannel.ASCII ? properties.take("length-digits") : Optional.empty();
        if (digits.isPresent()) {
            return "length=ascii" + digits.get();
        }
        boolean countsItself = channel == OldChannel.NAC && properties.takeFlag("include-header-length", false);
        return countsItself ? "length=binary2 inclusive" : channel.framing();
    }

    /** The words about the header; none if there is none. */
    private List<String> header(OldChannel channel, String samplerHeader) {
        String own = config.text(Config.HEADER);
        boolean swaps = channel.swapsAddresses() && properties.takeFlag("tpdu-swap", true);
        if (channel == OldChannel.VAP) {
            return visaHeader(samplerHeader);
        }
        if (channel.headerForm() == HeaderForm.NONE) {
            if (!own.isEmpty() || !samplerHeader.isEmpty()) {
                remarks.different(config, Config.HEADER, channel.className() + " has sent no header; it was left out");
            }
            return List.of();
        }
        String received = own.isEmpty() ? "" : hex(channel.headerForm(), own);
        String sent = samplerHeader.isEmpty() ? received : swaps ? swapped(samplerHeader) : samplerHeader;
        return sent.isEmpty() && received.isEmpty() ? List.of() : words(channel, sent, received);
    }

    private static List<String> words(OldChannel channel, String sent, String received) {
        List<String> words = new ArrayList<>();
        if (!sent.isEmpty()) {
            words.add("header=" + sent);
        }
        if (sent.length() != received.length()) {
            words.add("skip=" + received.length() / 2);
        }
        if (channel.hasLength()) {
            words.add("counts-header");
        }
        return words;
    }

    private List<String> visaHeader(String samplerHeader) {
        String source = properties.take("srcid").orElse("");
        String destination = properties.take("dstid").orElse("");
        if (!samplerHeader.isEmpty()) {
            return List.of("header=" + samplerHeader);
        }
        return source.isEmpty() && destination.isEmpty()
                ? List.of()
                : List.of("header=160102LLLL" + address(destination) + address(source) + VISA_REST);
    }

    private static String address(String digits) {
        return digits.contains(EXPRESSION) || digits.length() >= ADDRESS_DIGITS
                ? digits
                : "0".repeat(ADDRESS_DIGITS - digits.length()) + digits;
    }

    /** The hex digits of a channel's header. */
    private String hex(HeaderForm form, String header) {
        if (header.contains(EXPRESSION)) {
            if (form == HeaderForm.TEXT) {
                remarks.missing(
                        config,
                        Config.HEADER,
                        "its characters are evaluated in the run, and the framing takes "
                                + "their hex digits: let the variable hold these");
            }
            return header;
        }
        return form == HeaderForm.TEXT
                ? HexFormat.of().withUpperCase().formatHex(header.getBytes(StandardCharsets.UTF_8))
                : evenDigits(header);
    }

    /** Hex digits as jPOS reads them: a missing first one is a zero. */
    static String evenDigits(String digits) {
        return digits.length() % 2 == 0 || digits.contains(EXPRESSION) ? digits : "0" + digits;
    }

    /** A TPDU whose two addresses have changed places. */
    private static String swapped(String tpdu) {
        return tpdu.length() == TPDU_DIGITS && !tpdu.contains(EXPRESSION)
                ? tpdu.substring(0, 2) + tpdu.substring(6) + tpdu.substring(2, 6)
                : tpdu;
    }
}
