package io.github.isostress.support.signing;

import io.github.isostress.support.TestMessages;
import java.util.Arrays;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;

/**
 * A host that answers purchases in the packager iso87binary and signs its answers in DE 64 with the retail MAC, right or
 * wrong as DE 3 of the request asks for. It has none of the product's code but the packager.
 */
public final class SigningHost implements AutoCloseable {
    private static final String PACKAGER = "iso87binary";
    private static final int MAC_LENGTH = 8;

    private final byte[] key;
    private final AnsweringHost host = new AnsweringHost(this::answer);

    /** What a request asks for, by its DE 3. */
    public enum Fault {
        NONE("000000", "00"),
        OTHER_KEY("000001", "00"),
        NO_MAC("000002", "00"),
        CHANGED("000003", "00"),
        CUT_OFF("000004", "00"),
        DECLINED("000005", "51"),
        DECLINED_WITHOUT_MAC("000006", "88");

        private final String processingCode;
        private final String responseCode;

        Fault(String processingCode, String responseCode) {
            this.processingCode = processingCode;
            this.responseCode = responseCode;
        }

        /** DE 3 of a request that asks for it. */
        public String processingCode() {
            return processingCode;
        }

        static Fault of(ISOMsg request) {
            return Arrays.stream(values())
                    .filter(fault -> fault.processingCode.equals(request.getString(3)))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Signs with a 3DES key of 16 bytes. */
    public SigningHost(byte[] key) {
        this.key = key.clone();
    }

    private byte[] answer(byte[] bytes) {
        try {
            ISOMsg answer = TestMessages.unpack(PACKAGER, bytes);
            Fault fault = Fault.of(answer);
            answer.setResponseMTI();
            answer.set(39, fault.responseCode);
            answer.unset(64);
            return switch (fault) {
                case NO_MAC, DECLINED_WITHOUT_MAC -> TestMessages.pack(answer);
                case OTHER_KEY -> JceMac.signed(answer, reversed(key));
                case CHANGED -> changed(JceMac.signed(answer, key));
                case CUT_OFF -> cutOff(JceMac.signed(answer, key));
                case NONE, DECLINED -> JceMac.signed(answer, key);
            };
        } catch (ISOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] reversed(byte[] key) {
        byte[] other = new byte[key.length];
        for (int i = 0; i < key.length; i++) {
            other[i] = key[key.length - 1 - i];
        }
        return other;
    }

    /** In the last character of the terminal. */
    private static byte[] changed(byte[] message) {
        message[message.length - MAC_LENGTH - 1] ^= 1;
        return message;
    }

    private static byte[] cutOff(byte[] message) {
        Arrays.fill(message, message.length - MAC_LENGTH / 2, message.length, (byte) 0);
        return message;
    }

    public int port() {
        return host.port();
    }

    @Override
    public void close() {
        host.close();
    }
}
