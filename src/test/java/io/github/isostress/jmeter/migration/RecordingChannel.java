package io.github.isostress.jmeter.migration;

import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOPackager;
import org.jpos.iso.channel.PostChannel;

/** A channel of jPOS that keeps the bytes of all messages that came. Public, since jPOS copies it by reflection. */
public final class RecordingChannel extends PostChannel {
    private static final Queue<byte[]> MESSAGES = new ConcurrentLinkedQueue<>();

    /** For jPOS. */
    public RecordingChannel() {}

    /** A channel that has received nothing. */
    static RecordingChannel empty(ISOPackager packager) {
        MESSAGES.clear();
        RecordingChannel channel = new RecordingChannel();
        channel.setPackager(packager);
        return channel;
    }

    /** The messages since then. */
    static List<byte[]> messages() {
        return List.copyOf(MESSAGES);
    }

    @Override
    protected void getMessage(byte[] bytes, int offset, int length) throws IOException, ISOException {
        super.getMessage(bytes, offset, length);
        MESSAGES.add(bytes.clone());
    }
}
