package io.github.isostress.draft.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads pcapng files, as Wireshark writes them (draft-ietf-opsawg-pcapng). */
final class PcapngReader {
    /** The type of a section header: the same in both byte orders. */
    private static final int SECTION = 0x0A0D0D0A;

    private static final int INTERFACE = 1;
    private static final int SIMPLE_PACKET = 3;
    private static final int ENHANCED_PACKET = 6;
    private static final int ORDER_MARK = 0x1A2B3C4D;
    /** Type and length in front, and the length again behind. */
    private static final int AROUND = 12;

    private static final int TIME_RESOLUTION = 9;

    private final CaptureInput in;
    private final Consumer<CapturedPacket> packets;
    private final List<Interface> interfaces = new ArrayList<>();
    private int number = 1;

    /** Where packets were recorded, and how its clock counts. */
    private record Interface(int linkType, long longest, double microsPerTick) {}

    private PcapngReader(CaptureInput in, Consumer<CapturedPacket> packets) {
        this.in = in;
        this.packets = packets;
    }

    /** Whether a file that begins so is one. */
    static boolean isOne(int beginning) {
        return beginning == SECTION;
    }

    /** Reads what follows the first four bytes. */
    static void read(CaptureInput in, Consumer<CapturedPacket> packets) throws IOException {
        PcapngReader reader = new PcapngReader(in, packets);
        reader.section();
        for (Optional<ByteBuffer> type = in.next(Integer.BYTES); type.isPresent(); type = in.next(Integer.BYTES)) {
            reader.block(type.get().getInt());
        }
    }

    private void block(int type) throws IOException {
        if (type == SECTION) {
            section();
            return;
        }
        ByteBuffer body = body(Integer.toUnsignedLong(in.required(Integer.BYTES).getInt()));
        switch (type) {
            case INTERFACE -> interfaces.add(anInterface(body));
            case ENHANCED_PACKET -> enhanced(body);
            case SIMPLE_PACKET -> simple(body);
            default -> {
                // Names, statistics, secrets: nothing of a connection's bytes.
            }
        }
    }

    private ByteBuffer body(long length) throws IOException {
        ByteBuffer body = in.required(length - AROUND);
        in.required(Integer.BYTES);
        return body;
    }

    private void section() throws IOException {
        in.order(ByteOrder.BIG_ENDIAN);
        ByteBuffer begin = in.required(2 * Integer.BYTES);
        int mark = begin.getInt(Integer.BYTES);
        if (mark != ORDER_MARK && Integer.reverseBytes(mark) != ORDER_MARK) {
            throw new DamagedCapture("a section of it has no byte order");
        }
        ByteOrder order = mark == ORDER_MARK ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        in.order(order);
        in.required(Integer.toUnsignedLong(begin.order(order).getInt(0)) - AROUND - Integer.BYTES);
        in.required(Integer.BYTES);
        interfaces.clear();
    }

    private static Interface anInterface(ByteBuffer body) throws IOException {
        require(body, 2 * Integer.BYTES);
        int linkType = Short.toUnsignedInt(body.getShort());
        body.getShort();
        long longest = Integer.toUnsignedLong(body.getInt());
        return new Interface(linkType, longest == 0 ? Long.MAX_VALUE : longest, microsPerTick(body));
    }

    private static double microsPerTick(ByteBuffer options) {
        while (options.remaining() >= Integer.BYTES) {
            int code = Short.toUnsignedInt(options.getShort());
            int length = Short.toUnsignedInt(options.getShort());
            if (code == TIME_RESOLUTION && length == 1 && options.hasRemaining()) {
                int resolution = options.get();
                return 1e6 * (resolution < 0 ? Math.pow(2, -(resolution & 0x7F)) : Math.pow(10, -resolution));
            }
            options.position(Math.min(options.limit(), options.position() + (length + 3) / 4 * 4));
        }
        return 1;
    }

    private void enhanced(ByteBuffer body) throws IOException {
        require(body, 5 * Integer.BYTES);
        Interface where = anInterface(Integer.toUnsignedLong(body.getInt()));
        long ticks = (long) body.getInt() << 32 | Integer.toUnsignedLong(body.getInt());
        long recorded = Integer.toUnsignedLong(body.getInt());
        long original = Integer.toUnsignedLong(body.getInt());
        long micros = where.microsPerTick == 1 ? ticks : (long) (ticks * where.microsPerTick);
        accept(where, micros, body, recorded, original);
    }

    private void simple(ByteBuffer body) throws IOException {
        require(body, Integer.BYTES);
        Interface where = anInterface(0);
        long original = Integer.toUnsignedLong(body.getInt());
        accept(where, 0, body, Math.min(original, where.longest), original);
    }

    private void accept(Interface where, long micros, ByteBuffer body, long recorded, long original)
            throws IOException {
        require(body, recorded);
        byte[] bytes = new byte[(int) recorded];
        body.get(bytes);
        packets.accept(new CapturedPacket(number++, micros, where.linkType, bytes, recorded < original));
    }

    private Interface anInterface(long index) throws IOException {
        if (index >= interfaces.size()) {
            throw new DamagedCapture("packet " + number + " comes from an interface that it does not describe");
        }
        return interfaces.get((int) index);
    }

    private static void require(ByteBuffer body, long length) throws IOException {
        if (body.remaining() < length) {
            throw new DamagedCapture("a block of it is shorter than what it holds");
        }
    }
}
