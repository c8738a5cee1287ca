package io.github.isostress.jmeter.gui.form;

import io.github.isostress.jmeter.rehearsal.MessageInCapture;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.swing.ListSelectionModel;

/** The messages of a capture, one a row: packet, time, direction, MTI and length; nothing else of them. */
final class CaptureTable extends RowsTable<MessageInCapture> {
    private static final long serialVersionUID = 1L;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS").withZone(ZoneId.systemDefault());

    private static final List<Column<MessageInCapture>> COLUMNS = List.of(
            new Column<>("capture.packet", 60, message -> message.packet().number()),
            new Column<>("capture.time", 130, message -> time(message.packet().micros())),
            new Column<>("capture.way", 330, message -> message.way().toString()),
            new Column<>("capture.mti", 60, MessageInCapture::mti),
            new Column<>("capture.bytes", 60, message -> message.bytes().length));

    CaptureTable() {
        super("capture.messages", COLUMNS);
        setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    }

    private static String time(long micros) {
        return micros == 0 ? "" : TIME.format(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    }
}
