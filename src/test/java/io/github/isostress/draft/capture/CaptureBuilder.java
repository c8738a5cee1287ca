package io.github.isostress.draft.capture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Writes capture files byte by byte, from the texts of their formats. */
public final class CaptureBuilder {
    private static final int MICROS = 0xA1B2C3D4;
    private static final int NANOS = 0xA1B23C4D;
    private static final int ETHERNET = 1;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteOrder order;
    private final boolean isNg;
    private final int linkType;
    private int second = 1_700_000_000;

    private CaptureBuilder(ByteOrder order, boolean isNg, int linkType) {
        this.order = order;
        this.isNg = isNg;
        this.linkType = linkType;
    }

    public static CaptureBuilder pcap() {
        return pcap(ByteOrder.LITTLE_ENDIAN, false, ETHERNET);
    }

    public static CaptureBuilder pcap(ByteOrder order, boolean nanos, int linkType) {
        CaptureBuilder capture = new CaptureBuilder(order, false, linkType);
        capture.write(capture.buffer(24)
                .putInt(nanos ? NANOS : MICROS)
                .putShort((short) 2)
                .putShort((short) 4)
                .putInt(0)
                .putInt(0)
                .putInt(65_535)
                .putInt(linkType));
        return capture;
    }

    public static CaptureBuilder pcapng(ByteOrder order, int linkType) {
        CaptureBuilder capture = new CaptureBuilder(order, true, linkType);
        capture.block(
                0x0A0D0D0A,
                capture.buffer(16)
                        .putInt(0x1A2B3C4D)
                        .putShort((short) 1)
                        .putShort((short) 0)
                        .putLong(-1));
        capture.block(
                1,
                capture.buffer(20)
                        .putShort((short) linkType)
                        .putShort((short) 0)
                        .putInt(65_535)
                        .putShort((short) 9)
                        .putShort((short) 1)
                        .put(new byte[] {9, 0, 0, 0})
                        .putInt(0));
        return capture;
    }

    private ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(order);
    }

    private void write(ByteBuffer bytes) {
        out.writeBytes(bytes.array());
    }

    private void block(int type, ByteBuffer body) {
        int padded = (body.capacity() + 3) / 4 * 4;
        write(buffer(padded + 12)
                .putInt(type)
                .putInt(padded + 12)
                .put(body.array())
                .position(padded + 8)
                .putInt(padded + 12));
    }

    /** Adds a TCP segment over IP version 4. */
    public CaptureBuilder segment(String from, String to, int sequence, boolean syn, byte[] payload) {
        return packet(linked(0x0800, ip4(from, to, tcp(from, to, sequence, syn, payload))));
    }

    /** As {@link #segment}, of which only so many bytes were recorded. */
    public CaptureBuilder cutSegment(String from, String to, int sequence, byte[] payload, int recorded) {
        byte[] whole = linked(0x0800, ip4(from, to, tcp(from, to, sequence, false, payload)));
        return packet(Arrays.copyOf(whole, recorded), whole.length);
    }

    /** Adds a TCP segment over IP version 6, behind VLAN tags if the link is Ethernet. */
    public CaptureBuilder segment6(int fromPort, int toPort, int sequence, byte[] payload) {
        byte[] tcp = tcp("0:" + fromPort, "0:" + toPort, sequence, false, payload);
        byte[] ip = ByteBuffer.allocate(48 + tcp.length)
                .putInt(0x60000000)
                .putShort((short) (tcp.length + 8))
                .put((byte) 0)
                .put((byte) 64)
                .put(new byte[15])
                .put((byte) 1)
                .put(new byte[15])
                .put((byte) 2)
                // Hop-by-hop options, which fill eight bytes.
                .put(new byte[] {6, 0, 1, 4, 0, 0, 0, 0})
                .put(tcp)
                .array();
        return packet(linked(0x86DD, ip));
    }

    private static byte[] tcp(String from, String to, int sequence, boolean syn, byte[] payload) {
        return ByteBuffer.allocate(24 + payload.length)
                .putShort((short) port(from))
                .putShort((short) port(to))
                .putInt(sequence)
                .putInt(0)
                .put((byte) 0x60)
                .put((byte) (syn ? 2 : 0x18))
                .putInt(0)
                .putShort((short) 0)
                // No-operation options.
                .putInt(0x01010101)
                .put(payload)
                .array();
    }

    private static int port(String place) {
        return Integer.parseInt(place.substring(place.indexOf(':') + 1));
    }

    private static byte[] ip4(String from, String to, byte[] tcp) {
        return ByteBuffer.allocate(20 + tcp.length)
                .putShort((short) 0x4500)
                .putShort((short) (20 + tcp.length))
                .putInt(0x00004000)
                .put((byte) 64)
                .put((byte) 6)
                .putShort((short) 0)
                .put(address(from))
                .put(address(to))
                .put(tcp)
                .array();
    }

    private static byte[] address(String place) {
        String[] parts = place.substring(0, place.indexOf(':')).split("\\.");
        byte[] address = new byte[4];
        for (int i = 0; i < 4; i++) {
            address[i] = (byte) Integer.parseInt(parts[i]);
        }
        return address;
    }

    /** With the header of the link, and padding where Ethernet needs it. */
    private byte[] linked(int type, byte[] ip) {
        ByteBuffer header = switch (linkType) {
            case 0 -> buffer(4).putInt(2);
            case 108 -> ByteBuffer.allocate(4).putInt(2);
            case 1 ->
                type == 0x0800
                        ? ByteBuffer.allocate(14).position(12).putShort((short) type)
                        : ByteBuffer.allocate(22)
                                .position(12)
                                .putInt(0x88A80005)
                                .putInt(0x81000007)
                                .putShort((short) type);
            case 113 -> ByteBuffer.allocate(16).position(14).putShort((short) type);
            case 276 -> ByteBuffer.allocate(20).putShort((short) type);
            default -> ByteBuffer.allocate(0);
        };
        int length = header.capacity() + ip.length;
        return ByteBuffer.allocate(linkType == ETHERNET ? Math.max(60, length) : length)
                .put(header.array())
                .put(ip)
                .array();
    }

    /** Adds any packet. */
    public CaptureBuilder packet(byte[] bytes) {
        return packet(bytes, bytes.length);
    }

    private CaptureBuilder packet(byte[] bytes, int original) {
        second++;
        if (isNg) {
            long nanos = second * 1_000_000_000L;
            block(
                    6,
                    buffer(20 + bytes.length)
                            .putInt(0)
                            .putInt((int) (nanos >>> 32))
                            .putInt((int) nanos)
                            .putInt(bytes.length)
                            .putInt(original)
                            .put(bytes));
        } else {
            write(buffer(16).putInt(second).putInt(0).putInt(bytes.length).putInt(original));
            out.writeBytes(bytes);
        }
        return this;
    }

    /** Adds a packet without a time, in pcapng. */
    public CaptureBuilder simpleSegment(String from, String to, int sequence, byte[] payload) {
        byte[] bytes = linked(0x0800, ip4(from, to, tcp(from, to, sequence, false, payload)));
        block(3, buffer(4 + bytes.length).putInt(bytes.length).put(bytes));
        return this;
    }

    public byte[] bytes() {
        return out.toByteArray();
    }

    public Path save(Path file) throws IOException {
        return Files.write(file, bytes());
    }
}
