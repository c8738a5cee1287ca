package io.github.isostress.draft.capture;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A TCP segment (RFC 9293, 3.1) out of an IP packet.
 *
 * @param way who sends to whom
 * @param sequence the number of its first byte
 * @param begins whether it begins the connection (SYN)
 * @param payload what was recorded of the bytes that it carries
 */
record TcpSegment(CapturedWay way, int sequence, boolean begins, byte[] payload) {
    private static final int TCP = 6;
    private static final int IPV4_HEADER = 20;
    private static final int IPV6_HEADER = 40;
    private static final int TCP_HEADER = 20;
    private static final int SYN = 2;
    /** Don't-fragment aside, whatever is set here marks a part of a packet (RFC 791). */
    private static final int FRAGMENT = 0x3FFF;

    /** The segment; empty if the packet carries something else, or too little of it was recorded. */
    static Optional<TcpSegment> in(ByteBuffer ip) {
        int version = ip.remaining() == 0 ? 0 : ip.get(0) >> 4 & 0x0F;
        if (version == 4 && ip.remaining() >= IPV4_HEADER) {
            return inVersion4(ip);
        }
        return version == 6 && ip.remaining() >= IPV6_HEADER ? inVersion6(ip) : Optional.empty();
    }

    private static Optional<TcpSegment> inVersion4(ByteBuffer ip) {
        int header = 4 * (ip.get(0) & 0x0F);
        int length = Short.toUnsignedInt(ip.getShort(2));
        boolean isWhole = (ip.getShort(6) & FRAGMENT) == 0;
        // A network card that segments by itself leaves the length to it: 0.
        int end = length == 0 ? ip.limit() : Math.min(length, ip.limit());
        return isWhole && ip.get(9) == TCP && header >= IPV4_HEADER
                ? tcp(ip, header, end, address(ip, 12, 4), address(ip, 16, 4))
                : Optional.empty();
    }

    private static Optional<TcpSegment> inVersion6(ByteBuffer ip) {
        int next = ip.get(6);
        int start = IPV6_HEADER;
        while (isExtension(next) && start + 8 <= ip.limit()) {
            next = ip.get(start);
            start += 8 * ((ip.get(start + 1) & 0xFF) + 1);
        }
        int length = Short.toUnsignedInt(ip.getShort(4));
        int end = length == 0 ? ip.limit() : Math.min(IPV6_HEADER + length, ip.limit());
        return next == TCP
                ? tcp(ip, start, end, "[" + address(ip, 8, 16) + "]", "[" + address(ip, 24, 16) + "]")
                : Optional.empty();
    }

    /** Hop-by-hop options, routing, destination options (RFC 8200, 4). */
    private static boolean isExtension(int header) {
        return header == 0 || header == 43 || header == 60;
    }

    private static Optional<TcpSegment> tcp(ByteBuffer ip, int start, int end, String from, String to) {
        if (start + TCP_HEADER > ip.limit()) {
            return Optional.empty();
        }
        int payload = start + 4 * (ip.get(start + 12) >> 4 & 0x0F);
        byte[] bytes = new byte[Math.max(0, end - payload)];
        if (bytes.length > 0) {
            ip.get(payload, bytes);
        }
        int fromPort = Short.toUnsignedInt(ip.getShort(start));
        int toPort = Short.toUnsignedInt(ip.getShort(start + 2));
        return Optional.of(new TcpSegment(
                new CapturedWay(from + ":" + fromPort, to + ":" + toPort),
                ip.getInt(start + 4),
                (ip.get(start + 13) & SYN) != 0,
                bytes));
    }

    private static String address(ByteBuffer ip, int at, int length) {
        byte[] address = new byte[length];
        ip.get(at, address);
        try {
            return InetAddress.getByAddress(address).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
