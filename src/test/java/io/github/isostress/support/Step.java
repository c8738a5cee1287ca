package io.github.isostress.support;

import java.io.IOException;

/** One thing a {@link ScriptedPeer} does to its client. */
@FunctionalInterface
public interface Step {
    /** Does it. */
    void play(Dialogue client) throws IOException;

    /** Waits for so many bytes. */
    static Step read(int count) {
        return client -> client.read(count);
    }

    /** Sends all at once. */
    static Step send(byte[] bytes) {
        return client -> client.send(bytes);
    }

    /** Sends past the TLS layer. */
    static Step sendUnencrypted(byte[] bytes) {
        return client -> client.sendUnencrypted(bytes);
    }

    /** Sends byte by byte, with a pause before each. */
    static Step dribble(byte[] bytes, long pauseMillis) {
        return client -> {
            for (byte each : bytes) {
                client.pause(pauseMillis);
                client.send(new byte[] {each});
            }
        };
    }

    /** As {@link #dribble}, past the TLS layer. */
    static Step dribbleUnencrypted(byte[] bytes, long pauseMillis) {
        return client -> {
            for (byte each : bytes) {
                client.pause(pauseMillis);
                client.sendUnencrypted(new byte[] {each});
            }
        };
    }

    /** Sends the same again and again until the client has gone. */
    static Step flood(byte[] bytes) {
        return client -> {
            while (true) {
                client.send(bytes);
            }
        };
    }

    /** Does nothing for a while. */
    static Step pause(long millis) {
        return client -> client.pause(millis);
    }

    /** Does nothing any more. */
    static Step staySilent() {
        return client -> client.pause(Long.MAX_VALUE);
    }

    /** Breaks the connection off with a TCP reset. */
    static Step reset() {
        return Dialogue::reset;
    }

    /** Ends the stream below TLS, so without the close_notify that should come first. */
    static Step vanish() {
        return Dialogue::vanish;
    }
}
