package io.github.isostress.jmeter.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.lang3.StringUtils;
import org.apache.jmeter.report.core.Sample;
import org.apache.jmeter.report.core.SampleException;
import org.apache.jmeter.report.processor.AbstractAggregatorFactory;
import org.apache.jmeter.report.processor.MaxAggregatorFactory;
import org.apache.jmeter.report.processor.MeanAggregatorFactory;
import org.apache.jmeter.report.processor.PercentileAggregatorFactory;
import org.apache.jmeter.report.processor.graph.GroupInfo;
import org.apache.jmeter.report.processor.graph.StaticSeriesSelector;
import org.apache.jmeter.report.processor.graph.impl.CustomGraphConsumer;

/**
 * A graph of JMeter's dashboard: a column of microseconds over time, as median, mean, 99th percentile and longest of
 * each second. Samples without a value in the column are no part of it, so connects do not mix with requests. Where the
 * JTL has no such column, the graph is empty; JMeter's own custom graph ends the dashboard with an error there.
 *
 * <p>JMeter makes it by its name in the properties {@code jmeter.reportgenerator.graph.custom_*.classname}. Used by one
 * thread.
 */
public final class MicrosecondsGraph extends CustomGraphConsumer {
    private static final double MEDIAN = 50;
    private static final double HIGH = 99;

    private boolean isWithoutColumn;

    @Override
    protected Map<String, GroupInfo> createGroupInfos() {
        Map<String, GroupInfo> lines = new LinkedHashMap<>();
        lines.put("median", line("median", percentile(MEDIAN)));
        lines.put("mean", line("mean", new MeanAggregatorFactory()));
        lines.put("p99", line("p99", percentile(HIGH)));
        lines.put("max", line("max", new MaxAggregatorFactory()));
        return lines;
    }

    private GroupInfo line(String name, AbstractAggregatorFactory aggregate) {
        StaticSeriesSelector series = new StaticSeriesSelector();
        series.setSeriesName(name);
        return new GroupInfo(aggregate, series, (label, sample) -> micros(sample), false, false);
    }

    private static PercentileAggregatorFactory percentile(double percent) {
        PercentileAggregatorFactory percentile = new PercentileAggregatorFactory();
        percentile.setPercentileIndex(percent);
        return percentile;
    }

    /** Null where the sample has none: JMeter leaves it out then. */
    private Double micros(Sample sample) {
        if (isWithoutColumn) {
            return null;
        }
        try {
            // JMeter writes the names of sample variables in quotes.
            String value = sample.getData('"' + getSampleVariableName() + '"');
            return StringUtils.isNumeric(value) ? Double.valueOf(value) : null;
        } catch (SampleException e) {
            isWithoutColumn = true;
            return null;
        }
    }
}
