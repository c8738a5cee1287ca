package io.github.isostress.health.condition;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * How long the cores of a machine did what since it was started: the sum of all cores, in ticks of the kernel.
 * Immutable.
 *
 * @param busy at work for anybody
 * @param stolen wanting to work while the hypervisor gave the core to others
 * @param all all time
 * @param cores how many cores the machine has, whether this JVM may use them or not
 */
record CpuTimes(long busy, long stolen, long all, int cores) {
    private static final Pattern CORE = Pattern.compile("^cpu\\d", Pattern.MULTILINE);
    private static final int IDLE = 3;
    private static final int WAITING_FOR_DISKS = 4;
    private static final int STOLEN = 7;
    /** What comes after it is the time of guests, which is part of the columns before. */
    private static final int COLUMNS = 8;

    /** Of {@code /proc/stat}, whose first line has the sum of all cores: see proc(5). */
    static CpuTimes ofStat(String text) {
        int cores = (int) CORE.matcher(text).results().count();
        String[] words = text.substring(0, text.indexOf('\n')).split(" +");
        long[] ticks = Arrays.stream(words, 1, words.length)
                .limit(COLUMNS)
                .mapToLong(Long::parseLong)
                .toArray();
        long all = Arrays.stream(ticks).sum();
        long stolen = ticks.length > STOLEN ? ticks[STOLEN] : 0;
        return new CpuTimes(all - stolen - ticks[IDLE] - ticks[WAITING_FOR_DISKS], stolen, all, cores);
    }

    /** The share of the time since then in which cores were at work: 0 to 1; NaN if no time has passed. */
    double busySince(CpuTimes before) {
        return (double) (busy - before.busy) / (all - before.all);
    }

    /** The share of the time since then that was stolen: 0 to 1; NaN if no time has passed. */
    double stolenSince(CpuTimes before) {
        return (double) (stolen - before.stolen) / (all - before.all);
    }
}
