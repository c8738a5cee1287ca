package io.github.isostress.jmeter.report.jtl;

import de.siegmar.fastcsv.reader.CsvReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header line of a JTL. Immutable.
 *
 * @param delimiter between two columns
 * @param columns what each column is, null for one that is not read
 */
record JtlHeader(char delimiter, List<JtlColumn> columns) {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Titles are words, in quotes or not; what follows the first one is the delimiter. */
    private static final Pattern FIRST_TITLE = Pattern.compile("\"*\\w+\"*([^\\w\"])");

    /**
     * Reads the line.
     *
     * @throws IllegalArgumentException with one clear sentence if a column that must be there is missing
     */
    static JtlHeader of(String line) {
        String titles = line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
        Matcher first = FIRST_TITLE.matcher(titles);
        char delimiter = first.lookingAt() ? first.group(1).charAt(0) : ',';
        List<JtlColumn> columns = new ArrayList<>();
        for (String title : CsvReader.builder()
                .fieldSeparator(delimiter)
                .allowExtraCharsAfterClosingQuote(true)
                .ofSingleCsvRecord(titles)
                .getFields()) {
            columns.add(JtlColumn.titled(title).orElse(null));
        }
        Arrays.stream(JtlColumn.values())
                .filter(column -> column.isRequired() && !columns.contains(column))
                .findFirst()
                .ifPresent(missing -> {
                    throw new IllegalArgumentException("the JTL has no column " + missing.title());
                });
        return new JtlHeader(delimiter, columns);
    }
}
