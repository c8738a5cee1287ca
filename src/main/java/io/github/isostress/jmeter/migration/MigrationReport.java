package io.github.isostress.jmeter.migration;

import io.github.isostress.jmeter.migration.MigrationRemark.Kind;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What became of a plan. Immutable.
 *
 * @param converted how many elements became what, by words such as {@code ISO8583Sampler to ISO 8583 Request}
 * @param remarks what is missing or different in the new plan, in the order of the plan
 */
public record MigrationReport(Map<String, Integer> converted, List<MigrationRemark> remarks) {
    /** Copies both. */
    public MigrationReport {
        converted = Map.copyOf(converted);
        remarks = List.copyOf(remarks);
    }

    /** Whether all of the old plan is in the new one, be it with another meaning. */
    public boolean isComplete() {
        return remarks.stream().noneMatch(remark -> remark.kind() == Kind.MISSING);
    }

    /** The report in plain words, one line for each thing. */
    public String text() {
        String elements = converted.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> "  " + each.getValue() + " " + each.getKey() + "\n")
                .collect(Collectors.joining());
        return "Converted:\n" + elements + list("Not converted, see to it before you run the plan:", Kind.MISSING)
                + list("Converted, but with another meaning:", Kind.DIFFERENT);
    }

    private String list(String heading, Kind kind) {
        List<MigrationRemark> some =
                remarks.stream().filter(remark -> remark.kind() == kind).toList();
        return some.isEmpty()
                ? ""
                : heading + "\n"
                        + some.stream().map(remark -> "  " + remark + "\n").collect(Collectors.joining());
    }
}
