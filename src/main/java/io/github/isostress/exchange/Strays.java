package io.github.isostress.exchange;

import io.github.isostress.exchange.Stray.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The frames that came and were not the answer: all are counted, the first of each kind are kept. Used by one thread. */
public final class Strays {
    /** How many of each kind are kept: a host that floods us must not fill our memory. */
    public static final int KEPT_OF_A_KIND = 16;

    /** The first few tell what is wrong. */
    private static final int IN_WORDS = 3;

    private final List<Stray> kept = new ArrayList<>(0);
    private final long[] counts = new long[Kind.values().length];
    private long bytes;

    /** None as yet. */
    public Strays() {}

    void add(Stray stray) {
        bytes += stray.frame().bytes().length;
        if (counts[stray.kind().ordinal()]++ < KEPT_OF_A_KIND) {
            kept.add(stray);
        }
    }

    /** Whether every frame that came was the answer. */
    public boolean isEmpty() {
        return kept.isEmpty();
    }

    /** How many came. */
    public long count() {
        return Arrays.stream(counts).sum();
    }

    /** How many of a kind came. */
    public long count(Kind kind) {
        return counts[kind.ordinal()];
    }

    /** How many bytes they had on the wire. */
    public long bytes() {
        return bytes;
    }

    /** The first {@value #KEPT_OF_A_KIND} of each kind, in the order in which they came. */
    public List<Stray> kept() {
        return List.copyOf(kept);
    }

    /** How many frames came, of which kinds, and the particulars of a few: first of those that nothing explains. */
    @Override
    public String toString() {
        String kinds = Arrays.stream(Kind.values())
                .filter(kind -> count(kind) > 0)
                .map(kind -> count(kind) + " " + kind.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        String particulars = kept.stream()
                .sorted(Comparator.comparing(stray -> stray.kind() != Kind.OTHER))
                .limit(IN_WORDS)
                .map(Stray::particulars)
                .collect(Collectors.joining("; "));
        return "not the answer: " + kinds + ": " + particulars + (count() > IN_WORDS ? "; ..." : "");
    }
}
