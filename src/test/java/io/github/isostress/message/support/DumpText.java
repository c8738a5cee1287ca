package io.github.isostress.message.support;

import io.github.isostress.message.describe.MessageDescriber;
import java.util.stream.Collectors;

/** A hex dump's two columns, each put together again, so that rows and blanks hide nothing from a test. */
public record DumpText(String hex, String text) {
    private static final int OFFSET_END = 4;
    private static final int HEX_END = 54;
    private static final int TEXT_START = 56;

    /** Of a dump as {@link MessageDescriber#unread} gives it, of at most 65,536 bytes. */
    public static DumpText of(String dump) {
        return new DumpText(
                dump.lines()
                        .map(line -> line.substring(OFFSET_END, HEX_END).replace(" ", ""))
                        .collect(Collectors.joining()),
                dump.lines().map(line -> line.substring(TEXT_START)).collect(Collectors.joining()));
    }
}
