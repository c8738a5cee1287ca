package io.github.isostress.bench.host;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** Plain TCP, never answered. */
final class SilentLine implements Line {
    private static final int ROOM = 64;

    private final SocketChannel channel;
    private final ByteBuffer requests = ByteBuffer.allocateDirect(ROOM * Answer.PLAIN.requestBytes());
    private int kept;

    SilentLine(SocketChannel channel) {
        this.channel = channel;
    }

    @Override
    public int readable() throws IOException {
        requests.clear();
        int read = channel.read(requests);
        if (read < 0) {
            return -1;
        }
        kept += read;
        int count = kept / Answer.PLAIN.requestBytes();
        kept %= Answer.PLAIN.requestBytes();
        return count;
    }
}
