package io.github.isostress.health.condition;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * A file in which Linux tells of itself. It stays open, so that it can be read, too, when this JVM may open no more
 * files. Used by one thread.
 */
final class ProcFile implements AutoCloseable {
    private static final int USUAL_BYTES = 8192;

    private final FileChannel channel;
    private ByteBuffer buffer = ByteBuffer.allocate(USUAL_BYTES);

    private ProcFile(FileChannel channel) {
        this.channel = channel;
    }

    /** The file at a path; empty if it is not there or may not be read, as on other systems. */
    static Optional<ProcFile> at(String path) {
        try {
            return Optional.of(new ProcFile(FileChannel.open(Path.of(path))));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Its lines as they are now; empty if it cannot be read any more. */
    Optional<String> text() {
        try {
            buffer.clear();
            while (channel.read(buffer, buffer.position()) > 0) {
                if (!buffer.hasRemaining()) {
                    buffer = ByteBuffer.wrap(Arrays.copyOf(buffer.array(), buffer.capacity() * 2))
                            .position(buffer.capacity());
                }
            }
            return Optional.of(new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // Nothing was written.
        }
    }
}
