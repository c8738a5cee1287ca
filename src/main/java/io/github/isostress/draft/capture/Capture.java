package io.github.isostress.draft.capture;

import io.github.isostress.words.Plural;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the TCP connections of a capture file carried. Reads pcap in both byte orders, with micro- and nanoseconds, and
 * pcapng; Ethernet with VLAN tags, Linux cooked (1 and 2), raw IP and loopback; IP versions 4 and 6. Immutable.
 */
public final class Capture {
    private static final long LONGEST_FILE = 100_000_000;
    /** What is kept of all connections; much more than the messages that are shown. */
    private static final long MOST_BYTES = 64_000_000;

    private static final int GZIP = 0x1F8B;

    private final Map<CapturedWay, TcpStream> streams = new LinkedHashMap<>();
    private final List<String> remarks = new ArrayList<>();
    private final Set<Integer> unknownLinks = new TreeSet<>();
    private final List<CapturedBytes> all = new ArrayList<>();
    private int packets;
    private int cutPackets;
    private long kept;

    private Capture() {}

    /**
     * Reads a file. Blocks.
     *
     * @throws IllegalArgumentException with one clear sentence if it is no capture, or none of TCP
     */
    public static Capture read(Path file) {
        String name = "the file " + file.getFileName();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            long length = Files.size(file);
            if (length > LONGEST_FILE) {
                throw new IllegalArgumentException(name + " has " + length / 1_000_000 + " MB, at most "
                        + LONGEST_FILE / 1_000_000 + " MB are read; cut it with a capture filter, or editcap -r");
            }
            Capture capture = new Capture();
            capture.read(name, new CaptureInput(in));
            return capture;
        } catch (DamagedCapture e) {
            throw new IllegalArgumentException(name + " is damaged: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new IllegalArgumentException(name + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void read(String name, CaptureInput in) throws IOException {
        try {
            packets(name, in);
        } catch (EOFException e) {
            remarks.add(name + " ends in the middle of a packet");
        }
        streams.values().forEach(stream -> all.addAll(stream.all()));
        if (kept > MOST_BYTES) {
            remarks.add("only the first " + MOST_BYTES / 1_000_000 + " MB of its connections' bytes are read");
        }
        if (cutPackets > 0) {
            remarks.add("of its " + Plural.of(packets, "packet") + ", "
                    + Plural.of(cutPackets, "was cut when it was recorded", "were cut when they were recorded")
                    + ", so that messages are not whole; record with tcpdump -s 0");
        }
        if (all.isEmpty()) {
            throw new IllegalArgumentException(name + " " + withoutTcp());
        }
    }

    private void packets(String name, CaptureInput in) throws IOException {
        int beginning = in.next(Integer.BYTES)
                .orElseThrow(() -> new IllegalArgumentException(name + " is empty"))
                .getInt();
        if (PcapReader.isOne(beginning)) {
            PcapReader.read(beginning, in, this::add);
        } else if (PcapngReader.isOne(beginning)) {
            PcapngReader.read(in, this::add);
        } else if (beginning >>> 16 == GZIP) {
            throw new IllegalArgumentException(name + " is compressed (gzip); unpack it first");
        } else {
            throw new IllegalArgumentException(
                    String.format("%s is no pcap or pcapng capture: it begins with the bytes %08X", name, beginning));
        }
    }

    private void add(CapturedPacket packet) {
        packets++;
        if (!LinkLayer.isKnown(packet.linkType())) {
            unknownLinks.add(packet.linkType());
            return;
        }
        LinkLayer.ipPacket(packet).flatMap(TcpSegment::in).ifPresent(segment -> {
            if (packet.wasCut()) {
                cutPackets++;
            }
            kept += segment.payload().length;
            if (kept <= MOST_BYTES) {
                streams.computeIfAbsent(segment.way(), TcpStream::new)
                        .add(segment, new CapturedBytes.Packet(packet.number(), packet.micros()));
            }
        });
    }

    private String withoutTcp() {
        if (packets == 0) {
            return "has no packets";
        }
        String why = "has no bytes of a TCP connection in its " + packets + (packets == 1 ? " packet" : " packets");
        return unknownLinks.isEmpty()
                ? why
                : why + "; its link type " + unknownLinks.iterator().next() + " is not known here";
    }

    /** All bytes, by connection and direction. */
    public List<CapturedBytes> all() {
        return List.copyOf(all);
    }

    /** What is missing of it, in sentences without full stops; usually none. */
    public List<String> remarks() {
        return List.copyOf(remarks);
    }
}
