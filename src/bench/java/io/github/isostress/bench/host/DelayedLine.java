package io.github.isostress.bench.host;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** Plain TCP, answered after a while. */
final class DelayedLine implements Line {
    private static final int ROOM = 64;

    private final SocketChannel channel;
    private final Delay delay;
    private final ByteBuffer requests = ByteBuffer.allocateDirect(ROOM * Answer.PLAIN.requestBytes());

    DelayedLine(SocketChannel channel, Delay delay) {
        this.channel = channel;
        this.delay = delay;
    }

    @Override
    public int readable() throws IOException {
        if (channel.read(requests) < 0) {
            return -1;
        }
        long read = System.nanoTime();
        requests.flip();
        int count = 0;
        while (requests.remaining() >= Answer.PLAIN.requestBytes()) {
            ByteBuffer answer = ByteBuffer.allocate(Answer.PLAIN.bytes());
            Answer.PLAIN.give(requests, answer);
            delay.send(read, channel, answer.flip());
            count++;
        }
        requests.compact();
        return count;
    }
}
