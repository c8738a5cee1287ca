package io.github.isostress.bench.host;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;

/** TLS 1.3, answered at once; the handshake, too, is the loop's work. */
final class TlsLine implements Line {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SocketChannel channel;
    private final SSLEngine engine;
    private final ByteBuffer received;
    private final ByteBuffer requests;
    private final ByteBuffer answers;
    private final ByteBuffer toSend;

    TlsLine(SocketChannel channel, SSLContext context) {
        this.channel = channel;
        engine = context.createSSLEngine();
        engine.setUseClientMode(false);
        engine.setEnabledProtocols(new String[] {"TLSv1.3"});
        int packet = engine.getSession().getPacketBufferSize();
        received = ByteBuffer.allocateDirect(packet);
        toSend = ByteBuffer.allocateDirect(packet);
        // The rest of a request and all that is in a full buffer of records; an answer is a little longer.
        requests = ByteBuffer.allocate(2 * packet);
        answers = ByteBuffer.allocate(3 * packet);
    }

    @Override
    public int readable() throws IOException {
        if (channel.read(received) < 0) {
            return -1;
        }
        received.flip();
        boolean open = unwrap();
        received.compact();
        requests.flip();
        int count = 0;
        while (requests.remaining() >= Answer.PLAIN.requestBytes()) {
            Answer.PLAIN.give(requests, answers);
            count++;
        }
        requests.compact();
        answers.flip();
        while (answers.hasRemaining()) {
            wrap(answers);
        }
        answers.clear();
        return open ? count : -1;
    }

    /** Decrypts all whole records, and does what the handshake asks for; false if the client says goodbye. */
    private boolean unwrap() throws IOException {
        while (true) {
            HandshakeStatus status = engine.getHandshakeStatus();
            if (status == HandshakeStatus.NEED_TASK) {
                engine.getDelegatedTask().run();
            } else if (status == HandshakeStatus.NEED_WRAP) {
                wrap(NOTHING);
            } else {
                SSLEngineResult result = engine.unwrap(received, requests);
                if (result.getStatus() == Status.CLOSED) {
                    return false;
                }
                if (result.getStatus() != Status.OK || !received.hasRemaining() && isQuiet()) {
                    return true;
                }
            }
        }
    }

    private boolean isQuiet() {
        HandshakeStatus status = engine.getHandshakeStatus();
        return status == HandshakeStatus.NOT_HANDSHAKING || status == HandshakeStatus.NEED_UNWRAP;
    }

    private void wrap(ByteBuffer plain) throws IOException {
        engine.wrap(plain, toSend);
        toSend.flip();
        while (toSend.hasRemaining()) {
            channel.write(toSend);
        }
        toSend.clear();
    }
}
