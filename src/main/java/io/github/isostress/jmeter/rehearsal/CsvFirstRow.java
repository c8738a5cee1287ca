package io.github.isostress.jmeter.rehearsal;

import io.github.isostress.jmeter.setting.PropertyReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.io.input.BOMInputStream;
import org.apache.commons.lang3.StringUtils;
import org.apache.jmeter.save.CSVSaveService;
import org.apache.jmeter.testelement.TestElement;
import org.apache.jorphan.util.JOrphanUtils;

/**
 * The first row of values that a CSV Data Set Config would give a thread. Immutable.
 *
 * @param name the element's name in the plan
 * @param file as it is written in the element, as are all that follow
 * @param encoding of the file; blank for the platform's default
 * @param variables names separated by commas; blank if the first line has them
 * @param delimiter blank for a comma, {@code \t} for a tab
 * @param skipsFirstLine whether the first line is skipped although {@code variables} names them
 * @param quoted whether values may be in quotes
 */
public record CsvFirstRow(
        String name,
        String file,
        String encoding,
        String variables,
        String delimiter,
        boolean skipsFirstLine,
        boolean quoted) {

    /** The element's properties as they stand in the plan. */
    public static CsvFirstRow of(TestElement csvDataSet) {
        return new CsvFirstRow(
                csvDataSet.getName(),
                csvDataSet.getPropertyAsString("filename"),
                csvDataSet.getPropertyAsString("fileEncoding"),
                csvDataSet.getPropertyAsString("variableNames"),
                csvDataSet.getPropertyAsString("delimiter"),
                csvDataSet.getPropertyAsBoolean("ignoreFirstLine"),
                csvDataSet.getPropertyAsBoolean("quotedData"));
    }

    /**
     * Reads the values, by names of variables. Blocks: it reads the file.
     *
     * @param planVariables evaluate the element's own expressions
     * @return empty if the file has no row
     * @throws IllegalArgumentException with one clear sentence if the file cannot be read
     */
    public Map<String, String> values(Map<String, String> planVariables) {
        UnaryOperator<String> evaluated = text -> PlanVariables.evaluate(text, planVariables);
        Path path = PropertyReader.resolve(evaluated.apply(file).strip());
        if (!Files.isRegularFile(path)) {
            throw new IllegalArgumentException("'" + name + "': there is no file " + path);
        }
        try (BufferedReader reader = open(path, evaluated.apply(encoding).strip())) {
            return row(reader, evaluated.apply(variables), separator(evaluated.apply(delimiter)));
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + name + "': the file " + path + " cannot be read as CSV", e);
        }
    }

    /**
     * The names of the variables that it sets. Blocks: it may read the file.
     *
     * @param planVariables evaluate the element's own expressions
     * @return empty also if the file that would name them cannot be read
     */
    public List<String> names(Map<String, String> planVariables) {
        try {
            return StringUtils.isBlank(variables)
                    ? List.copyOf(values(planVariables).keySet())
                    : Stream.of(JOrphanUtils.split(PlanVariables.evaluate(variables, planVariables), ","))
                            .map(String::strip)
                            .toList();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    private static BufferedReader open(Path path, String encoding) throws IOException {
        Charset charset = encoding.isEmpty() ? Charset.defaultCharset() : Charset.forName(encoding);
        return new BufferedReader(
                new InputStreamReader(BOMInputStream.builder().setPath(path).get(), charset));
    }

    private static char separator(String text) {
        return text.isEmpty() ? ',' : text.equals("\\t") ? '\t' : text.charAt(0);
    }

    private Map<String, String> row(BufferedReader reader, String names, char separator) throws IOException {
        boolean namesAreInFile = StringUtils.isEmpty(names);
        String header = namesAreInFile || skipsFirstLine ? reader.readLine() : "";
        if (header == null) {
            return Map.of();
        }
        List<String> keys = Arrays.asList(
                namesAreInFile ? CSVSaveService.csvSplitString(header, separator) : JOrphanUtils.split(names, ","));
        String[] cells = cells(reader, separator);
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(keys.size(), cells.length); i++) {
            row.put(keys.get(i).strip(), cells[i]);
        }
        return row;
    }

    private String[] cells(BufferedReader reader, char separator) throws IOException {
        if (quoted) {
            return CSVSaveService.csvReadFile(reader, separator);
        }
        String line = reader.readLine();
        return line == null ? new String[0] : JOrphanUtils.split(line, String.valueOf(separator), false);
    }
}
