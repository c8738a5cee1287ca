package io.github.isostress.exchange;

import io.github.isostress.exchange.UnmatchedFrame.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The frames that came and were not the answer: all are counted, and the first of each kind are kept. Those that are
 * told of one by one go to whoever tells of them, all of them. Used by one thread at a time.
 */
public final class UnmatchedFrames {
    /** How many of each kind are kept: a host that floods us must not fill our memory. */
    public static final int KEPT_OF_A_KIND = 16;

    /** So many wait until there is time to tell of them; where more come, they are told of while an answer is awaited. */
    static final int MOST_UNTOLD = 64;

    /** The first few tell what is wrong. */
    private static final int IN_WORDS = 3;

    private static final List<Kind> KINDS = List.of(Kind.values());

    private final Consumer<UnmatchedFrame> teller;
    /** Mostly there are none. */
    private List<UnmatchedFrame> kept = List.of();

    private List<UnmatchedFrame> untold = List.of();
    private final long[] counts = new long[KINDS.size()];

    /** None as yet, and nobody to tell of them. */
    public UnmatchedFrames() {
        this(told -> {});
    }

    /**
     * None as yet.
     *
     * @param teller is given each that is told of by itself, see {@link Kind#isToldByItself}, in the order in which they
     *     came, and has told of it when it returns
     */
    public UnmatchedFrames(Consumer<UnmatchedFrame> teller) {
        this.teller = teller;
    }

    void add(UnmatchedFrame stray) {
        count(stray);
        if (stray.kind().isToldByItself()) {
            untold = with(stray, untold);
            if (untold.size() == MOST_UNTOLD) {
                tell();
            }
        }
    }

    private void count(UnmatchedFrame stray) {
        if (counts[stray.kind().ordinal()]++ < KEPT_OF_A_KIND) {
            kept = with(stray, kept);
        }
    }

    private static List<UnmatchedFrame> with(UnmatchedFrame stray, List<UnmatchedFrame> some) {
        List<UnmatchedFrame> more = some.isEmpty() ? new ArrayList<>(1) : some;
        more.add(stray);
        return more;
    }

    /** Adds those of others that are not told of by themselves. */
    void addPassedOver(UnmatchedFrames others) {
        for (UnmatchedFrame stray : others.kept) {
            if (!stray.kind().isToldByItself()) {
                count(stray);
            }
        }
        for (Kind kind : KINDS) {
            if (!kind.isToldByItself()) {
                counts[kind.ordinal()] += Math.max(0, others.count(kind) - KEPT_OF_A_KIND);
            }
        }
    }

    /** Has those told of that were not yet. */
    void tell() {
        List<UnmatchedFrame> told = untold;
        untold = List.of();
        told.forEach(teller);
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

    /** The first {@value #KEPT_OF_A_KIND} of each kind, in the order in which they came. */
    public List<UnmatchedFrame> kept() {
        return List.copyOf(kept);
    }

    /** How many frames came, of which kinds, and the particulars of a few: first of those that nothing explains. */
    @Override
    public String toString() {
        String kinds = KINDS.stream()
                .filter(kind -> count(kind) > 0)
                .map(kind -> count(kind) + " " + kind.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        String particulars = kept.stream()
                .sorted(Comparator.comparing(stray -> stray.kind() != Kind.OTHER))
                .limit(IN_WORDS)
                .map(UnmatchedFrame::particulars)
                .collect(Collectors.joining("; "));
        return "not the answer: " + kinds + ": " + particulars + (count() > IN_WORDS ? "; ..." : "");
    }
}
