package io.github.isostress.it.enough;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ends a test as JMeter's script "shutdown" does: samples under way may end.
 *
 * @param jmeter a JMeter without a window
 * @param jtl its results, in XML
 * @param console what it prints
 */
public record Shutdown(Process jmeter, Path jtl, Path console) {
    private static final Pattern WAITING = Pattern.compile("Waiting for possible Shutdown\\S* message on port (\\d+)");
    private static final byte[] MESSAGE = "Shutdown".getBytes(StandardCharsets.US_ASCII);
    private static final long LOOK_MILLIS = 100;

    /** Waits until the results are enough or JMeter has ended, no longer than that, and has the test end. */
    public void when(Predicate<ResultsSoFar> enough, long longestSeconds) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(longestSeconds);
        while (!jmeter.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            if (enough.test(ResultsSoFar.of(jtl)) && isAsked()) {
                return;
            }
            assertThat(System.nanoTime()).as(console.toString()).isLessThan(deadline);
        }
    }

    /** Whether JMeter waits for messages and so has got this one. */
    private boolean isAsked() throws IOException {
        Matcher waiting = WAITING.matcher(Files.readString(console));
        if (!waiting.find()) {
            return false;
        }
        int port = Integer.parseInt(waiting.group(1));
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(MESSAGE, MESSAGE.length, InetAddress.getLoopbackAddress(), port));
        }
        return true;
    }
}
