package io.github.isostress.jmeter.gui.form;

import io.github.isostress.jmeter.rehearsal.MessageInCapture;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.table.AbstractTableModel;
import org.apache.jmeter.util.JMeterUtils;

/** The messages of a capture, one a row: packet, time, direction, MTI and length; nothing else of them. */
final class CaptureTable extends JTable {
    private static final long serialVersionUID = 1L;
    private static final List<String> COLUMNS = List.of("packet", "time", "way", "mti", "bytes");
    /** The columns share the width of the table in these proportions. */
    private static final List<Integer> SHARES = List.of(60, 130, 330, 60, 60);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS").withZone(ZoneId.systemDefault());

    private final Rows rows = new Rows();

    CaptureTable() {
        setModel(rows);
        setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        setName("capture.messages");
        setToolTipText(PanelLabels.get("capture.messages.tip"));
        getAccessibleContext().setAccessibleName(PanelLabels.get("capture.messages"));
        JMeterUtils.applyHiDPI(this);
        TabKey.leaves(this);
        for (int column = 0; column < COLUMNS.size(); column++) {
            getColumnModel().getColumn(column).setPreferredWidth(SHARES.get(column));
        }
    }

    /** Shows these messages and selects none. */
    void show(List<MessageInCapture> messages) {
        rows.messages = messages;
        rows.fireTableDataChanged();
    }

    /** The selected message. */
    Optional<MessageInCapture> selected() {
        return getSelectedRow() < 0 ? Optional.empty() : Optional.of(rows.messages.get(getSelectedRow()));
    }

    private static final class Rows extends AbstractTableModel {
        private static final long serialVersionUID = 1L;

        private transient List<MessageInCapture> messages = List.of();

        @Override
        public int getRowCount() {
            return messages.size();
        }

        @Override
        public int getColumnCount() {
            return COLUMNS.size();
        }

        @Override
        public String getColumnName(int column) {
            return PanelLabels.get("capture." + COLUMNS.get(column));
        }

        @Override
        public Object getValueAt(int row, int column) {
            MessageInCapture message = messages.get(row);
            return switch (COLUMNS.get(column)) {
                case "packet" -> message.packet().number();
                case "time" -> time(message.packet().micros());
                case "way" -> message.way().toString();
                case "mti" -> message.mti();
                default -> message.bytes().length;
            };
        }

        private static String time(long micros) {
            return micros == 0 ? "" : TIME.format(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
        }
    }
}
