package io.github.isostress.support;

import java.io.IOException;

/** One action of a {@link ScriptedPeer}. */
@FunctionalInterface
public interface Step {
    void play(Dialogue client) throws IOException;

    /** Reads this many bytes. */
    static Step read(int count) {
        return client -> client.read(count);
    }

    /** Sends the bytes in one write. */
    static Step send(byte[] bytes) {
        return client -> client.send(bytes);
    }

    /** Sends below the TLS layer. */
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

    /** Sends byte by byte below the TLS layer, with a pause before each. */
    static Step dribbleUnencrypted(byte[] bytes, long pauseMillis) {
        return client -> {
            for (byte each : bytes) {
                client.pause(pauseMillis);
                client.sendUnencrypted(new byte[] {each});
            }
        };
    }

    /** Sends the bytes again and again until the client has gone. */
    static Step flood(byte[] bytes) {
        return client -> {
            while (true) {
                client.send(bytes);
            }
        };
    }

    static Step pause(long millis) {
        return client -> client.pause(millis);
    }

    /** Keeps the connection open and sends nothing. */
    static Step staySilent() {
        return client -> client.pause(Long.MAX_VALUE);
    }

    /** Closes with a TCP reset. */
    static Step reset() {
        return Dialogue::reset;
    }

    /** Ends the TCP stream without a close_notify. */
    static Step vanish() {
        return Dialogue::vanish;
    }
}
