package io.github.isostress.host.session;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.message.IsoPackager;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;

/**
 * Echo requests from the host (network management), in the packager's version of the standard: the length of its DE 39
 * tells which (an2 in ISO 8583:1987, n3 in 1993, n4 in 2003). Thread-safe.
 */
public final class EchoRequests {
    private static final int TRANSMISSION_TIME = 7;
    private static final int STAN = 11;
    private static final int FUNCTION_CODE = 24;
    private static final int RESPONSE_CODE = 39;
    private static final int NETWORK_CODE = 70;
    private static final int STANS = 1_000_000;
    private static final int LONGEST_RESPONSE_CODE = 4;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MMddHHmmss", Locale.ROOT);

    private final IsoPackager packager;
    private final int version;
    private final AtomicInteger stans = new AtomicInteger();

    public EchoRequests(IsoPackager packager) {
        this.packager = packager;
        int codeLength = packager.defines(RESPONSE_CODE)
                ? packager.getFieldPackager(RESPONSE_CODE).getLength()
                : 2;
        this.version = Math.max(0, Math.min(codeLength, LONGEST_RESPONSE_CODE) - 2);
    }

    /**
     * A request from the host.
     *
     * @param message without framing
     * @param stan identifies its answer; without leading zeros
     */
    record Echo(byte[] message, String stan) {}

    /**
     * The next echo request: 0800 with DE 70 301, or 1804 and 2804 with DE 24 831; DE 7 is the UTC time now.
     *
     * @throws FailureException if the packager cannot write it
     */
    public Echo next() throws FailureException {
        try {
            int stan = Math.floorMod(stans.incrementAndGet(), STANS);
            ISOMsg echo = new ISOMsg();
            echo.setPackager(packager);
            echo.setMTI(version == 0 ? "0800" : version + "804");
            set(echo, TRANSMISSION_TIME, LocalDateTime.now(ZoneOffset.UTC).format(TIME));
            set(echo, STAN, String.format(Locale.ROOT, "%06d", stan));
            if (version == 0) {
                set(echo, NETWORK_CODE, "301");
            } else {
                set(echo, FUNCTION_CODE, "831");
            }
            return new Echo(echo.pack(), String.valueOf(stan));
        } catch (ISOException | RuntimeException e) {
            throw new FailureException(
                    Failure.TEMPLATE_ERROR, "packager " + packager.name() + " cannot write an echo request", e);
        }
    }

    private void set(ISOMsg echo, int element, String value) {
        if (packager.defines(element)) {
            echo.set(element, value);
        }
    }

    /** The STAN of an answer to an echo request, without leading zeros; empty for other messages. */
    static String answeredStan(ReceivedMessage message) {
        String mti = message.mti();
        return mti.length() == 4 && mti.charAt(1) == '8' && mti.charAt(2) == '1'
                ? message.stan().replaceFirst("^0+(?=.)", "")
                : "";
    }
}
