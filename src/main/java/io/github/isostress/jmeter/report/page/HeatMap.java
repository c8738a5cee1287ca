package io.github.isostress.jmeter.report.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;

/** How many times of which length there were in which stretch of a run: what a heat map shows. */
final class HeatMap {
    private static final int MOST_COLUMNS = 300;
    private static final int ROWS_IN_A_DOUBLING = 4;
    private static final int BANDS_IN_A_ROW = LatencyBands.IN_A_DOUBLING / ROWS_IN_A_DOUBLING;

    private HeatMap() {}

    /**
     * Puts in how many stretches are in a column, the least microseconds of each row, and of each cell that is not empty
     * its column, row and count.
     */
    static void tell(List<TimeSlot> slots, Function<TimeSlot, LatencyBands> times, ObjectNode node) {
        int slotsInAColumn = Math.max(1, (slots.size() + MOST_COLUMNS - 1) / MOST_COLUMNS);
        LatencyBands all = new LatencyBands();
        slots.forEach(slot -> all.add(times.apply(slot)));
        int first = all.count() == 0 ? 0 : LatencyBands.band(all.micros(0)) / BANDS_IN_A_ROW;
        int last = all.count() == 0 ? -1 : LatencyBands.band(all.micros(100)) / BANDS_IN_A_ROW;
        node.put("slotsInAColumn", slotsInAColumn);
        ArrayNode rows = node.putArray("rows");
        for (int row = first; row <= last + 1 && last >= 0; row++) {
            rows.add(LatencyBands.least(row * BANDS_IN_A_ROW));
        }
        ArrayNode cells = node.putArray("cells");
        for (int from = 0; from < slots.size(); from += slotsInAColumn) {
            LatencyBands column = new LatencyBands();
            slots.subList(from, Math.min(slots.size(), from + slotsInAColumn))
                    .forEach(slot -> column.add(times.apply(slot)));
            for (int row = first; row <= last; row++) {
                long count = column.count(row * BANDS_IN_A_ROW, (row + 1) * BANDS_IN_A_ROW);
                if (count > 0) {
                    cells.add(from / slotsInAColumn).add(row - first).add(count);
                }
            }
        }
    }
}
