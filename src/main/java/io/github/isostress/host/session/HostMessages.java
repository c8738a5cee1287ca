package io.github.isostress.host.session;

import io.github.isostress.failure.Failure;
import io.github.isostress.failure.FailureException;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.decode.MessageDecoder;
import org.apache.commons.lang3.CharUtils;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;

/** Reads requests, and changes right answers into wrong ones. Thread-safe. */
public final class HostMessages {
    private static final int AUTHORISATION_CODE = 38;
    private static final int RESPONSE_CODE = 39;

    /** The position of the message function in an MTI (ISO 8583:1987, 4.1.2). */
    private static final int FUNCTION = 2;

    private final IsoPackager packager;
    private final MessageDecoder decoder;
    private final EchoRequests echoes;
    private final int codeLength;

    public HostMessages(IsoPackager packager) {
        this.packager = packager;
        this.decoder = new MessageDecoder(packager);
        this.echoes = new EchoRequests(packager);
        this.codeLength = packager.defines(RESPONSE_CODE)
                ? packager.getFieldPackager(RESPONSE_CODE).getLength()
                : 0;
    }

    IsoPackager packager() {
        return packager;
    }

    DecodedMessage read(byte[] message) throws FailureException {
        return decoder.decode(message);
    }

    /** Whether the packager can read these bytes as a message. */
    boolean canRead(byte[] message) {
        try {
            decoder.decode(message);
            return true;
        } catch (FailureException e) {
            return false;
        }
    }

    EchoRequests echoes() {
        return echoes;
    }

    /** The answer with this DE 39 and without an authorisation code. */
    byte[] decline(byte[] answer, String code) throws FailureException {
        return changed(answer, fields -> {
            fields.unset(AUTHORISATION_CODE);
            fields.set(RESPONSE_CODE, code);
        });
    }

    /** The answer that says in DE 39 why the request was not forwarded. */
    byte[] decline(byte[] answer, NotForwarded reason) throws FailureException {
        return decline(answer, reason.code(codeLength));
    }

    /** The answer with another value of one element, in the same format. */
    byte[] otherKey(byte[] answer, int element) throws FailureException {
        return changed(answer, fields -> {
            if (fields.getValue(element) instanceof byte[] binary) {
                byte[] other = binary.clone();
                other[other.length - 1] ^= 1;
                fields.set(element, other);
            } else {
                fields.set(element, other(fields.getString(element)));
            }
        });
    }

    /** Another text of the same length and character class. */
    private static String other(String value) {
        char last = value.charAt(value.length() - 1);
        char next = CharUtils.isAsciiNumeric(last) ? (char) ('0' + (last - '0' + 1) % 10) : last == 'A' ? 'B' : 'A';
        return value.substring(0, value.length() - 1) + next;
    }

    /** The answer as response to an advice; an answer to an advice as response to a request. */
    byte[] otherMti(byte[] answer) throws FailureException {
        return changed(answer, fields -> {
            StringBuilder mti = new StringBuilder(fields.getMTI());
            mti.setCharAt(FUNCTION, mti.charAt(FUNCTION) == '1' ? '3' : '1');
            fields.setMTI(mti.toString());
        });
    }

    /** What is changed in an answer. */
    @FunctionalInterface
    interface Change {
        void apply(ISOMsg fields) throws ISOException;
    }

    /** The answer after a change. */
    byte[] changed(byte[] answer, Change change) throws FailureException {
        try {
            ISOMsg fields = (ISOMsg) read(answer).fields().clone();
            change.apply(fields);
            return fields.pack();
        } catch (ISOException | RuntimeException e) {
            throw new FailureException(Failure.UNPACK_ERROR, "the answer cannot be changed", e);
        }
    }
}
