package io.github.isostress.bench.host;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** Plain TCP, answered at once. */
final class PlainLine implements Line {
    private static final int ROOM = 256;

    private final SocketChannel channel;
    private final ByteBuffer requests = ByteBuffer.allocateDirect(ROOM * Answer.REQUEST_BYTES);
    private final ByteBuffer answers = ByteBuffer.allocateDirect(ROOM * Answer.BYTES);

    PlainLine(SocketChannel channel) {
        this.channel = channel;
    }

    @Override
    public int readable() throws IOException {
        if (channel.read(requests) < 0) {
            return -1;
        }
        requests.flip();
        int count = 0;
        while (requests.remaining() >= Answer.REQUEST_BYTES) {
            Answer.give(requests, answers);
            count++;
        }
        requests.compact();
        answers.flip();
        while (answers.hasRemaining()) {
            channel.write(answers);
        }
        answers.clear();
        return count;
    }
}
