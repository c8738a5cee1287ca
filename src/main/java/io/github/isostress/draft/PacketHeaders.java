package io.github.isostress.draft;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** Finds the payload in the dump of a TCP packet or Ethernet frame. Stateless and thread-safe. */
final class PacketHeaders {
    /** Where an IP packet begins: at once, or after a loopback, Ethernet or Linux cooked header. */
    private static final int[] IP_STARTS = {0, 4, 14, 16, 18, 20};

    private static final int SHORTEST_IP = 20;
    private static final int SHORTEST_TCP = 20;
    private static final int TCP = 6;

    private PacketHeaders() {}

    /** The payload; empty if the bytes are no TCP packet of IP version 4, or it carries nothing. */
    static Optional<byte[]> payload(byte[] bytes) {
        for (int start : IP_STARTS) {
            if (isPacket(bytes, start)) {
                int ipHeader = 4 * (bytes[start] & 0x0F);
                int tcp = start + ipHeader;
                int end = start + unsigned(bytes, start + 2);
                int tcpHeader = 4 * (bytes[tcp + 12] >> 4 & 0x0F);
                if (tcpHeader >= SHORTEST_TCP && tcp + tcpHeader < end) {
                    return Optional.of(Arrays.copyOfRange(bytes, tcp + tcpHeader, end));
                }
            }
        }
        return Optional.empty();
    }

    /** RFC 791, 3.1: version, lengths, protocol, and the checksum unless the network card had to fill it in. */
    private static boolean isPacket(byte[] bytes, int start) {
        if (bytes.length < start + SHORTEST_IP + SHORTEST_TCP || bytes[start] >> 4 != 4) {
            return false;
        }
        int header = 4 * (bytes[start] & 0x0F);
        int length = unsigned(bytes, start + 2);
        return header >= SHORTEST_IP
                && length >= header + SHORTEST_TCP
                && length <= bytes.length - start
                && bytes[start + 9] == TCP
                && (unsigned(bytes, start + 10) == 0 || sum(bytes, start, header) == 0xFFFF);
    }

    private static int unsigned(byte[] bytes, int at) {
        return Short.toUnsignedInt(ByteBuffer.wrap(bytes).getShort(at));
    }

    private static int sum(byte[] bytes, int start, int length) {
        int sum = 0;
        for (int i = start; i < start + length; i += 2) {
            sum += unsigned(bytes, i);
        }
        while (sum > 0xFFFF) {
            sum = (sum & 0xFFFF) + (sum >> 16);
        }
        return sum;
    }
}
