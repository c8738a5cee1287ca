package io.github.isostress.draft.capture;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds the IP packet behind the header of a link. Stateless. */
final class LinkLayer {
    private static final int NULL = 0;
    private static final int ETHERNET = 1;
    private static final int RAW_OF_BSD = 12;
    private static final int RAW_OF_OPENBSD = 14;
    private static final int RAW = 101;
    private static final int LOOP = 108;
    private static final int LINUX_COOKED = 113;
    private static final int IPV4 = 228;
    private static final int IPV6 = 229;
    private static final int LINUX_COOKED_2 = 276;

    private static final int ETHERTYPE_IPV4 = 0x0800;
    private static final int ETHERTYPE_IPV6 = 0x86DD;
    private static final int ETHERNET_HEADER = 14;
    private static final int VLAN_TAG = 4;
    private static final int LINUX_COOKED_HEADER = 16;
    private static final int LINUX_COOKED_2_HEADER = 20;

    private LinkLayer() {}

    /** Whether this header is known. */
    static boolean isKnown(int linkType) {
        return switch (linkType) {
            case NULL, ETHERNET, RAW_OF_BSD, RAW_OF_OPENBSD, RAW, LOOP, LINUX_COOKED, IPV4, IPV6, LINUX_COOKED_2 ->
                true;
            default -> false;
        };
    }

    /** The IP packet; empty if there is none, as in an ARP request. */
    static Optional<ByteBuffer> ipPacket(CapturedPacket packet) {
        byte[] bytes = packet.bytes();
        OptionalInt start = switch (packet.linkType()) {
            case NULL, LOOP -> OptionalInt.of(Integer.BYTES);
            case ETHERNET -> behind(bytes, ETHERNET_HEADER - 2, ETHERNET_HEADER);
            case LINUX_COOKED -> behind(bytes, LINUX_COOKED_HEADER - 2, LINUX_COOKED_HEADER);
            case LINUX_COOKED_2 -> behind(bytes, 0, LINUX_COOKED_2_HEADER);
            default -> OptionalInt.of(0);
        };
        return start.isPresent() && start.getAsInt() < bytes.length
                ? Optional.of(ByteBuffer.wrap(bytes, start.getAsInt(), bytes.length - start.getAsInt())
                        .slice())
                : Optional.empty();
    }

    /**
     * Where IP begins behind a header and VLAN tags; empty if something else does.
     *
     * @param typeAt where the header has its EtherType
     * @param header its length
     */
    private static OptionalInt behind(byte[] bytes, int typeAt, int header) {
        int type = unsigned(bytes, typeAt);
        int start = header;
        while (isVlan(type)) {
            type = unsigned(bytes, start + 2);
            start += VLAN_TAG;
        }
        return type == ETHERTYPE_IPV4 || type == ETHERTYPE_IPV6 ? OptionalInt.of(start) : OptionalInt.empty();
    }

    /** IEEE 802.1Q and 802.1ad, and what came before the latter. */
    private static boolean isVlan(int type) {
        return type == 0x8100 || type == 0x88A8 || type == 0x9100;
    }

    private static int unsigned(byte[] bytes, int at) {
        return at + 1 < bytes.length ? (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF : 0;
    }
}
