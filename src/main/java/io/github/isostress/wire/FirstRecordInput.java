package io.github.isostress.wire;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.net.ssl.SSLException;

/**
 * What comes from the other end, from its first byte on: one that begins no TLS record (RFC 8446, section 5.1) ends the
 * handshake. JSSE waits for the five bytes of a record's head, and who speaks no TLS may send fewer, such as an ENQ.
 */
final class FirstRecordInput extends FilterInputStream {
    private static final int ALERT = 21;
    private static final int HANDSHAKE = 22;
    /** Of a length in SSL 2.0, which JSSE tells apart. */
    private static final int FIRST_BIT = 0x80;

    /** As JSSE says it. */
    private static final String NO_RECORD = "Unsupported or unrecognized SSL message";

    private boolean begun;

    FirstRecordInput(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            check(read);
        }
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (count > 0) {
            check(buffer[offset] & 0xFF);
        }
        return count;
    }

    private void check(int octet) throws SSLException {
        if (!begun && octet != ALERT && octet != HANDSHAKE && octet < FIRST_BIT) {
            throw new SSLException(NO_RECORD);
        }
        begun = true;
    }
}
