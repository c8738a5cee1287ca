package io.github.isostress.jmeter.report.jtl;

/**
 * Where the sums of Transaction Controllers stand in a JTL: before their parts (<em>Generate parent sample</em>), behind
 * them, or alone, where JMeter was set to write no rows of parts. Two requests may have equal columns by chance, so the
 * places of most sums tell that of one in doubt. Used by one thread.
 */
final class SumPlaces {
    private long beforeTheirParts;
    private long behindTheirParts;
    private long alone;

    void countBeforeItsParts() {
        beforeTheirParts++;
    }

    void countBehindItsParts() {
        behindTheirParts++;
    }

    void countAlone() {
        alone++;
    }

    boolean areMostlyBeforeTheirParts() {
        return beforeTheirParts > behindTheirParts;
    }

    /** Whether JMeter has written no rows of parts: where one seems to have some, that is by chance. */
    boolean areMostlyAlone() {
        return alone > beforeTheirParts + behindTheirParts;
    }

    /** How many sums have no rows of what they sum up; 0 if JMeter was set to write these. */
    long lackingParts() {
        return areMostlyAlone() ? alone + beforeTheirParts + behindTheirParts : 0;
    }
}
