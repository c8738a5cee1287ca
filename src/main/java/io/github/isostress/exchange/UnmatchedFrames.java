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
 * The frames that came and were not the answer. All are counted, the first of each kind are kept, and each that is
 * reported alone is handed to the listener. Used by one thread at a time.
 */
public final class UnmatchedFrames {
    /** How many of each kind are kept: a host that floods us must not fill our memory. */
    public static final int KEPT_OF_A_KIND = 16;

    /** How many wait to be reported until the answer has come; where more come, they are reported at once. */
    static final int MOST_UNREPORTED = 64;

    /** How many are described in a failure's particulars. */
    private static final int IN_WORDS = 3;

    private static final List<Kind> KINDS = List.of(Kind.values());
    private static final long[] NONE = new long[KINDS.size()];

    private final Consumer<UnmatchedFrame> listener;
    private List<UnmatchedFrame> kept = List.of();

    private List<UnmatchedFrame> unreported = List.of();
    /** By kind; most requests see their answer alone and need none of their own. */
    private long[] counts = NONE;

    /** None as yet; none will be handed on. */
    public UnmatchedFrames() {
        this(reported -> {});
    }

    /**
     * None as yet.
     *
     * @param listener is given each that is reported alone, in the order in which they came
     */
    public UnmatchedFrames(Consumer<UnmatchedFrame> listener) {
        this.listener = listener;
    }

    void add(UnmatchedFrame frame) {
        count(frame);
        if (frame.kind().isReportedAlone()) {
            unreported = with(frame, unreported);
            if (unreported.size() == MOST_UNREPORTED) {
                report();
            }
        }
    }

    private void count(UnmatchedFrame frame) {
        if (count(frame.kind()) < KEPT_OF_A_KIND) {
            kept = with(frame, kept);
        }
        count(frame.kind(), 1);
    }

    private void count(Kind kind, long more) {
        if (more > 0) {
            counts = counts == NONE ? new long[KINDS.size()] : counts;
            counts[kind.ordinal()] += more;
        }
    }

    private static List<UnmatchedFrame> with(UnmatchedFrame frame, List<UnmatchedFrame> some) {
        List<UnmatchedFrame> more = some.isEmpty() ? new ArrayList<>(1) : some;
        more.add(frame);
        return more;
    }

    /** Adds those of others that are not reported alone. */
    void addPassedOver(UnmatchedFrames others) {
        for (UnmatchedFrame frame : others.kept) {
            if (!frame.kind().isReportedAlone()) {
                count(frame);
            }
        }
        for (Kind kind : KINDS) {
            if (!kind.isReportedAlone()) {
                count(kind, others.count(kind) - KEPT_OF_A_KIND);
            }
        }
    }

    /** Hands those to the listener that it was not given yet. */
    void report() {
        List<UnmatchedFrame> ready = unreported;
        unreported = List.of();
        ready.forEach(listener);
    }

    /** Whether every frame that came was the answer. */
    public boolean isEmpty() {
        return kept.isEmpty();
    }

    public long count() {
        return Arrays.stream(counts).sum();
    }

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
                .sorted(Comparator.comparing(frame -> frame.kind() != Kind.OTHER))
                .limit(IN_WORDS)
                .map(UnmatchedFrame::particulars)
                .collect(Collectors.joining("; "));
        return "not the answer: " + kinds + ": " + particulars + (count() > IN_WORDS ? "; ..." : "");
    }
}
