package io.github.isostress.host;

import io.github.isostress.framing.FramingReader;
import io.github.isostress.support.TestClient;
import io.github.isostress.support.TestMessages;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.jpos.iso.ISOMsg;

/** A client, or a system that a host has connected to, that sees every byte and cuts no frames. */
public final class RawClient implements AutoCloseable {
    public static final String PACKAGER = "iso87ascii";

    private final Socket socket;

    RawClient(EmbeddedHost host) throws IOException {
        this(new Socket(InetAddress.getLoopbackAddress(), host.port()));
    }

    /** Over a socket that is connected to the host. */
    RawClient(Socket connected) throws IOException {
        socket = connected;
        socket.setSoTimeout(TestClient.PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
    }

    /** The frame of the right answer to {@link #purchase}. */
    static byte[] purchase(String stan) {
        return frame(TestMessages.purchase(PACKAGER, stan));
    }

    /** The frame of the answer a host gives to {@link #purchase} if nothing goes wrong. */
    static byte[] approval(String stan) throws Exception {
        return frame(approvalFields(stan));
    }

    /** The elements of {@link #approval}. */
    static ISOMsg approvalFields(String stan) throws Exception {
        ISOMsg approval = TestMessages.purchase(PACKAGER, stan);
        approval.setMTI("0210");
        approval.set(38, stan);
        approval.set(39, "00");
        return approval;
    }

    static byte[] frame(ISOMsg message) {
        return FramingReader.parse("binary2").wrap(TestMessages.pack(message));
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    byte[] read(int length) throws IOException {
        byte[] bytes = socket.getInputStream().readNBytes(length);
        if (bytes.length < length) {
            throw new AssertionError("the stream ended after " + bytes.length + " of " + length + " bytes");
        }
        return bytes;
    }

    /** The bytes of one read. */
    byte[] readSome() throws IOException {
        byte[] buffer = new byte[4096];
        int read = socket.getInputStream().read(buffer);
        return java.util.Arrays.copyOf(buffer, Math.max(0, read));
    }

    /** All bytes to the end of the stream. */
    byte[] readToEnd() throws IOException {
        return socket.getInputStream().readAllBytes();
    }

    /** The message of the next frame, with a length of two bytes. */
    ISOMsg readMessage() throws IOException {
        return readMessage(PACKAGER);
    }

    /** The message of the next frame, under this packager. */
    ISOMsg readMessage(String packager) throws IOException {
        byte[] prefix = read(2);
        return TestMessages.unpack(packager, read((prefix[0] & 0xFF) << 8 | prefix[1] & 0xFF));
    }

    ISOMsg ask(String stan) throws IOException {
        send(purchase(stan));
        return readMessage();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
