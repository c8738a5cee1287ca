package io.github.isostress.jmeter.migration;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.lang3.StringUtils;

/**
 * The channels of jPOS 2.1.10 that the old plugin offered, and what their framing is called here. Those whose bytes no
 * framing describes have a reason instead.
 */
enum OldChannel {
    ASCII("ASCIIChannel", "ascii4", HeaderForm.TEXT),
    AMEX("AmexChannel", "binary2-inclusive", HeaderForm.TEXT),
    BASE24("BASE24Channel", "etx", HeaderForm.TEXT),
    BASE24_TCP("BASE24TCPChannel", "binary2 trailer=03 polls=answer", HeaderForm.TEXT),
    BCD("BCDChannel", "bcd2", HeaderForm.HEX),
    CS("CSChannel", "visa", HeaderForm.NONE),
    GICC("GICCChannel", "binary4 polls=answer", HeaderForm.NONE),
    GZIP("GZIPChannel", "its messages are compressed"),
    HEX("HEXChannel", "hex4", HeaderForm.TEXT),
    LOG("LogChannel", "it reads its answers as lines of XML"),
    NAC("NACChannel", "binary2", HeaderForm.HEX),
    NCC("NCCChannel", "bcd2", HeaderForm.HEX),
    PAD("PADChannel", "none", HeaderForm.HEX),
    POST("PostChannel", "binary2", HeaderForm.HEX),
    RAW("RawChannel", "binary4", HeaderForm.HEX),
    RBP("RBPChannel", "length=binary2 lead=D04A filler=0000", HeaderForm.TEXT),
    TELNET_XML("TelnetXMLChannel", "its messages are XML"),
    VAP("VAPChannel", "visa-base1", HeaderForm.NONE),
    X25("X25Channel", "none", HeaderForm.HEX),
    XML("XMLChannel", "its messages are XML");

    private static final String PACKAGE = "org.jpos.iso.channel.";

    /** What a channel takes the text of its header for. */
    enum HeaderForm {
        /** Characters, sent one byte each. */
        TEXT,
        /** Hex digits. */
        HEX,
        /** It sends none. */
        NONE
    }

    private final String className;
    private final String framing;
    private final String reason;
    private final HeaderForm headerForm;

    OldChannel(String className, String framing, HeaderForm headerForm) {
        this(className, framing, "", headerForm);
    }

    OldChannel(String className, String reason) {
        this(className, "", reason, HeaderForm.NONE);
    }

    OldChannel(String className, String framing, String reason, HeaderForm headerForm) {
        this.className = className;
        this.framing = framing;
        this.reason = reason;
        this.headerForm = headerForm;
    }

    /** The channel of that class, with or without jPOS's package; empty if it is another class. */
    static Optional<OldChannel> of(String className) {
        String shortName = StringUtils.removeStart(className, PACKAGE);
        return Arrays.stream(values())
                .filter(channel -> channel.className.equals(shortName))
                .findAny();
    }

    String className() {
        return className;
    }

    /** Whether a framing describes its bytes. */
    boolean isFramed() {
        return reason.isEmpty();
    }

    /** Its framing if nothing is set; blank if it has none. */
    String framing() {
        return framing;
    }

    /** Why no framing describes its bytes, to go on behind "since". */
    String reason() {
        return reason;
    }

    HeaderForm headerForm() {
        return headerForm;
    }

    /** Whether a length stands in front of its messages. */
    boolean hasLength() {
        return this != BASE24 && this != PAD && this != X25;
    }

    /** Whether it changes the addresses in a TPDU that a sampler has given. */
    boolean swapsAddresses() {
        return this == NAC || this == NCC;
    }
}
