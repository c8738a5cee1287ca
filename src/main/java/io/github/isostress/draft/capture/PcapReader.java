package io.github.isostress.draft.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads pcap files, as tcpdump writes them (draft-ietf-opsawg-pcap). */
final class PcapReader {
    private static final int MICROSECONDS = 0xA1B2C3D4;
    private static final int NANOSECONDS = 0xA1B23C4D;
    private static final int REST_OF_HEADER = 20;
    private static final int PACKET_HEADER = 16;
    private static final int LINK_TYPE_BITS = 0xFFFF;

    private PcapReader() {}

    /** Whether a file that begins so is one. */
    static boolean isOne(int beginning) {
        return order(beginning) != null;
    }

    private static ByteOrder order(int beginning) {
        if (beginning == MICROSECONDS || beginning == NANOSECONDS) {
            return ByteOrder.BIG_ENDIAN;
        }
        int turned = Integer.reverseBytes(beginning);
        return turned == MICROSECONDS || turned == NANOSECONDS ? ByteOrder.LITTLE_ENDIAN : null;
    }

    /**
     * Reads what follows the beginning.
     *
     * @param beginning its first four bytes, the first highest
     */
    static void read(int beginning, CaptureInput in, Consumer<CapturedPacket> packets) throws IOException {
        ByteOrder order = order(beginning);
        in.order(order);
        boolean isNanos = (order == ByteOrder.BIG_ENDIAN ? beginning : Integer.reverseBytes(beginning)) == NANOSECONDS;
        int linkType = in.required(REST_OF_HEADER).getInt(REST_OF_HEADER - Integer.BYTES) & LINK_TYPE_BITS;
        int number = 1;
        for (Optional<ByteBuffer> header = in.next(PACKET_HEADER);
                header.isPresent();
                header = in.next(PACKET_HEADER)) {
            long seconds = Integer.toUnsignedLong(header.get().getInt());
            long fraction = Integer.toUnsignedLong(header.get().getInt());
            long recorded = Integer.toUnsignedLong(header.get().getInt());
            long original = Integer.toUnsignedLong(header.get().getInt());
            long micros = seconds * 1_000_000 + (isNanos ? fraction / 1_000 : fraction);
            packets.accept(new CapturedPacket(
                    number++, micros, linkType, in.required(recorded).array(), recorded < original));
        }
    }
}
