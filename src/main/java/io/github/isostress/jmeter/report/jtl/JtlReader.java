package io.github.isostress.jmeter.report.jtl;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads a CSV JTL with a header line, row by row, in memory that does not grow with it. Columns may be in any order and
 * have any delimiter; rows that a full disk has cut short are left out and counted. Used by one thread.
 */
public final class JtlReader {
    private final TransactionRows rows;
    private long samples;
    private long unreadable;
    private long firstUnreadable;

    private JtlReader(Consumer<JtlSample> listener) {
        this.rows = new TransactionRows(listener);
    }

    /**
     * Reads a JTL from its beginning.
     *
     * @param listener hears of each sample but the sums of Transaction Controllers, in the order of the rows: in which
     *     they ended
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException with one clear sentence if it is no CSV JTL with a header line
     */
    public static JtlReading read(Path jtl, Consumer<JtlSample> listener) throws IOException {
        // Unlike Files.newBufferedReader, this reads bytes that are no UTF-8, too.
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(Files.newInputStream(jtl), StandardCharsets.UTF_8))) {
            String header = reader.readLine();
            if (header == null) {
                throw new IllegalArgumentException("the JTL is empty");
            }
            if (header.startsWith("<")) {
                throw new IllegalArgumentException("the JTL is XML, of which no figures are made");
            }
            return new JtlReader(listener).rows(reader, JtlHeader.of(header));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private JtlReading rows(BufferedReader reader, JtlHeader header) {
        Iterator<Optional<JtlRow>> each = CsvReader.builder()
                .fieldSeparator(header.delimiter())
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(true)
                .build(new JtlRows(header), reader)
                .iterator();
        try {
            while (each.hasNext()) {
                take(each.next());
            }
        } catch (CsvParseException e) {
            return reading(e.getMessage());
        }
        return reading("");
    }

    private JtlReading reading(String brokenOff) {
        rows.end();
        return new JtlReading(
                samples, unreadable, firstUnreadable, brokenOff, rows.partsWithoutColumns(), rows.alone());
    }

    private void take(Optional<JtlRow> row) {
        if (row.isPresent()) {
            samples++;
            rows.take(row.get());
            return;
        }
        if (unreadable == 0) {
            firstUnreadable = samples + 1;
        }
        unreadable++;
    }
}
