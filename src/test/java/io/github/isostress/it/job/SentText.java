package io.github.isostress.it.job;

import io.github.isostress.it.Jtl;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a sample's text says of the request's elements. */
final class SentText {
    private SentText() {}

    /** The value of an element without blanks, masked where it is secret; empty if the request lacks it. */
    static Optional<String> element(Jtl.Sample sample, int number) {
        return Pattern.compile("(?m)^DE " + number + " +\\d+ +\\d+  (?:\\S+ )*\\S+  +(\\S+)")
                .matcher(sample.request())
                .results()
                .findFirst()
                .map(line -> line.group(1));
    }
}
