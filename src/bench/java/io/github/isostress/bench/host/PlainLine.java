package io.github.isostress.bench.host;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** Plain TCP, answered at once. */
final class PlainLine implements Line {
    private static final int ROOM = 256;

    private final SocketChannel channel;
    private final Answer answer;
    private final ByteBuffer requests;
    private final ByteBuffer answers;

    PlainLine(SocketChannel channel, Answer answer) {
        this.channel = channel;
        this.answer = answer;
        requests = ByteBuffer.allocateDirect(ROOM * answer.requestBytes());
        answers = ByteBuffer.allocateDirect(ROOM * answer.bytes());
    }

    @Override
    public int readable() throws IOException {
        if (channel.read(requests) < 0) {
            return -1;
        }
        requests.flip();
        int count = 0;
        while (requests.remaining() >= answer.requestBytes()) {
            answer.give(requests, answers);
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
