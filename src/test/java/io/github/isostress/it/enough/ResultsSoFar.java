package io.github.isostress.it.enough;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The samples of a run that goes on, as far as JMeter has written them to its XML JTL: all but the last few. */
public final class ResultsSoFar {
    private static final Pattern SAMPLE =
            Pattern.compile("<sample [^>]*\\blb=\"([^\"]*)\" rc=\"([^\"]*)\"[^>]*\\btn=\"([^\"]*)\"");

    private final List<Sample> samples;

    private record Sample(String label, String code, String thread) {}

    private ResultsSoFar(String xml) {
        samples = SAMPLE.matcher(xml)
                .results()
                .map(found -> new Sample(found.group(1), found.group(2), found.group(3)))
                .toList();
    }

    /** Reads them; there are none while the file does not exist. */
    static ResultsSoFar of(Path jtl) throws IOException {
        byte[] written = Files.exists(jtl) ? Files.readAllBytes(jtl) : new byte[0];
        return new ResultsSoFar(new String(written, StandardCharsets.UTF_8));
    }

    private Stream<Sample> labelled(String label) {
        return samples.stream().filter(sample -> sample.label().equals(label));
    }

    /** How many samples have that label. */
    public int count(String label) {
        return (int) labelled(label).count();
    }

    /** How many samples have that response code. */
    public int countOfCode(String code) {
        return (int)
                samples.stream().filter(sample -> sample.code().equals(code)).count();
    }

    /** How many threads have a sample with that label. */
    public int threads(String label) {
        Set<String> threads = new HashSet<>();
        labelled(label).forEach(sample -> threads.add(sample.thread()));
        return threads.size();
    }
}
