package io.github.isostress.support;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * One connection of a {@link DisorderlyHost}: a thread reads requests, another sends answers. It takes what has come
 * meanwhile, shuffles it, and keeps a quarter of it back for its next round.
 */
final class DisorderlyLine {
    private static final int BUFFER_BYTES = 65_536;
    private static final int KEPT_BACK = 4;
    private static final int LENGTH_BYTES = 2;

    private final Socket socket;
    private final Disorder disorder;
    private final Consumer<Runnable> later;
    private final List<byte[]> ready = new ArrayList<>();
    private final LongAdder requests = new LongAdder();
    private final LongAdder others = new LongAdder();
    private final LongAdder bytesReceived = new LongAdder();
    private final LongAdder bytesSent = new LongAdder();
    private boolean ended;

    /**
     * Begins to serve a client.
     *
     * @param later does what it is given after the delay
     */
    DisorderlyLine(Socket socket, Disorder disorder, Consumer<Runnable> later) {
        this.socket = socket;
        this.disorder = disorder;
        this.later = later;
        daemon(this::read);
        daemon(this::write);
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "disorderly-line");
        thread.setDaemon(true);
        thread.start();
    }

    private void read() {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES))) {
            for (int first = in.read(); first >= 0; first = in.read()) {
                byte[] message = new byte[first << Byte.SIZE | in.readUnsignedByte()];
                in.readFully(message);
                bytesReceived.add(LENGTH_BYTES + message.length);
                took(message);
            }
        } catch (IOException e) {
            // The client has gone.
        } finally {
            end();
        }
    }

    private void took(byte[] message) {
        if (!Purchases.isPurchase(message)) {
            others.increment();
            return;
        }
        requests.increment();
        byte[] answer = Purchases.approval(message);
        switch (fate(message)) {
            case ANSWERED -> add(answer);
            case DROPPED -> {}
            case DOUBLED -> {
                add(answer);
                add(answer);
            }
            case DELAYED -> later.accept(() -> add(answer));
        }
    }

    private Disorder.Fate fate(byte[] purchase) {
        return Purchases.isGreeting(purchase) ? Disorder.Fate.ANSWERED : disorder.decide(Purchases.rrn(purchase));
    }

    private synchronized void add(byte[] answer) {
        ready.add(answer);
        notifyAll();
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    private void write() {
        try {
            for (byte[] next = takeSome(); next.length > 0; next = takeSome()) {
                socket.getOutputStream().write(next);
                bytesSent.add(next.length);
            }
        } catch (IOException | InterruptedException e) {
            // The client has gone.
        }
    }

    /** Frames in random order, as one piece; empty at the end. */
    private synchronized byte[] takeSome() throws InterruptedException {
        while (ready.isEmpty() && !ended) {
            wait();
        }
        if (ended) {
            return new byte[0];
        }
        Collections.shuffle(ready, ThreadLocalRandom.current());
        List<byte[]> some = ready.subList(ready.size() / KEPT_BACK, ready.size());
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        for (byte[] answer : some) {
            frames.write(answer.length >> Byte.SIZE);
            frames.write(answer.length);
            frames.writeBytes(answer);
        }
        some.clear();
        return frames.toByteArray();
    }

    long requests() {
        return requests.sum();
    }

    long others() {
        return others.sum();
    }

    long bytesReceived() {
        return bytesReceived.sum();
    }

    long bytesSent() {
        return bytesSent.sum();
    }

    void close() throws IOException {
        socket.close();
    }
}
