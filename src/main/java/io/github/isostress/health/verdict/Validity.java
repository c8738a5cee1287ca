package io.github.isostress.health.verdict;

/** Whether the figures of a run may be taken for those of the host. In order: each is worse than the one before. */
public enum Validity {
    /** No rule found a reason to doubt the figures. */
    VALID,
    /** For a part of the run it may have been the limit, or the plan's settings were. */
    SUSPECT,
    /** The figures are those of this machine. */
    INVALID;

    /** The worse of the two. */
    public Validity or(Validity other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
