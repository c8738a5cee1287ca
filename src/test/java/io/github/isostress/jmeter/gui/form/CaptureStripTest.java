package io.github.isostress.jmeter.gui.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.draft.capture.CaptureBuilder;
import io.github.isostress.framing.FramingReader;
import io.github.isostress.jmeter.JMeterEnvironment;
import io.github.isostress.jmeter.gui.Parts;
import io.github.isostress.jmeter.rehearsal.MessageInCapture;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.TransferHandler.TransferSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The list of a capture's messages. */
@ExtendWith(JMeterEnvironment.class)
class CaptureStripTest {
    private static final String ECHO = "0800822000000000000004000000000000000101000000000001301";

    private final List<MessageInCapture> chosen = new ArrayList<>();
    private final CaptureStrip strip = new CaptureStrip(() -> PlanTreeScope.NONE, chosen::add);
    private final JTable table = Parts.named(strip, JTable.class, "Messages of the capture");
    private final Remark remark = Parts.named(strip, Remark.class, "Outcome of opening");

    private void open(Path file) throws Exception {
        Parts.perform(() -> strip.open(file));
        Parts.awaitOnEventThread("the outcome", () -> !remark.getText().equals("Reading..."));
    }

    @Test
    void shouldGiveTheMessageThatIsSelectedWhenAFileIsOpen(@TempDir Path folder) throws Exception {
        byte[] frame = FramingReader.parse("binary2").wrap(ECHO.getBytes(StandardCharsets.US_ASCII));
        open(CaptureBuilder.pcap()
                .segment("10.1.2.3:40000", "10.1.2.4:5000", 1, false, frame)
                .save(folder.resolve("x.pcap")));

        Parts.perform(() -> table.setRowSelectionInterval(0, 0));

        assertThat(remark.getText()).isEqualTo("1 message. Select one to read it below.");
        assertThat(table.getValueAt(0, 2)).isEqualTo("10.1.2.3:40000 > 10.1.2.4:5000");
        assertThat(table.getValueAt(0, 3)).isEqualTo("0800");
        assertThat(chosen).hasSize(1);
        assertThat(chosen.get(0).bytes()).asString(StandardCharsets.US_ASCII).isEqualTo(ECHO);
    }

    @Test
    void shouldSayWhyWhenTheFileIsNoCapture(@TempDir Path folder) throws Exception {
        open(Files.writeString(folder.resolve("x.txt"), "hello"));

        assertThat(remark.getText())
                .isEqualTo("the file x.txt is no pcap or pcapng capture: it begins with the bytes 68656C6C");
        assertThat(table.getRowCount()).isZero();
    }

    @Test
    void shouldTakeFilesAndLeaveTextWhenSomethingIsDropped() {
        List<Path> dropped = new ArrayList<>();
        JTextArea area = new JTextArea();
        FileDrop.on(area, dropped::add);

        boolean file = area.getTransferHandler()
                .importData(
                        new TransferSupport(area, transferable(DataFlavor.javaFileListFlavor, List.of(new File("x")))));
        boolean text = area.getTransferHandler()
                .importData(new TransferSupport(area, transferable(DataFlavor.stringFlavor, "0200")));

        assertThat(file).isTrue();
        assertThat(text).isTrue();
        assertThat(dropped).containsExactly(Path.of("x"));
        assertThat(area.getText()).isEqualTo("0200");
    }

    private static Transferable transferable(DataFlavor flavor, Object data) {
        return new Transferable() {
            @Override
            public DataFlavor[] getTransferDataFlavors() {
                return new DataFlavor[] {flavor};
            }

            @Override
            public boolean isDataFlavorSupported(DataFlavor asked) {
                return asked.equals(flavor);
            }

            @Override
            public Object getTransferData(DataFlavor asked) {
                return data;
            }
        };
    }
}
