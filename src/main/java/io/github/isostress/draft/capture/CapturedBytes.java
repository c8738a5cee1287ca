package io.github.isostress.draft.capture;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.TreeMap;

/** Bytes that one side of a connection sent one after the other, none missing, and in which packets they came. */
public final class CapturedBytes {
    private final CapturedWay way;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final TreeMap<Integer, Packet> packets = new TreeMap<>();

    /**
     * A packet.
     *
     * @param number its place in the file, from 1
     * @param micros when it was recorded, in microseconds since 1970; 0 if it is not known
     */
    public record Packet(int number, long micros) {}

    CapturedBytes(CapturedWay way) {
        this.way = way;
    }

    void add(Packet packet, byte[] more, int from) {
        packets.put(bytes.size(), packet);
        bytes.write(more, from, more.length - from);
    }

    int size() {
        return bytes.size();
    }

    /** Who sent them to whom. */
    public CapturedWay way() {
        return way;
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.toByteArray();
    }

    /** The packet in which the byte at this offset came. */
    public Packet packetAt(int offset) {
        return packets.floorEntry(offset).getValue();
    }

    /** Where the next packet behind this offset begins; the end if there is none. */
    public int nextPacket(int offset) {
        Map.Entry<Integer, Packet> next = packets.higherEntry(offset);
        return next == null ? bytes.size() : next.getKey();
    }
}
