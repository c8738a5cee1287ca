package io.github.isostress.jmeter.gui.form;

import java.awt.datatransfer.Clipboard;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.awt.event.InputEvent;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.TransferHandler;

/** Takes a file that is dropped on a component; all else goes to the handler that the component had. */
public final class FileDrop extends TransferHandler {
    private static final long serialVersionUID = 1L;

    private final transient Optional<TransferHandler> others;
    private final transient Consumer<Path> dropped;

    private FileDrop(Optional<TransferHandler> others, Consumer<Path> dropped) {
        this.others = others;
        this.dropped = dropped;
    }

    /** Lets files be dropped on a component. */
    public static void on(JComponent component, Consumer<Path> dropped) {
        component.setTransferHandler(new FileDrop(Optional.ofNullable(component.getTransferHandler()), dropped));
    }

    @Override
    public boolean canImport(TransferSupport support) {
        return isFile(support)
                || others.filter(handler -> handler.canImport(support)).isPresent();
    }

    private static boolean isFile(TransferSupport support) {
        return support.isDataFlavorSupported(DataFlavor.javaFileListFlavor);
    }

    @Override
    public boolean importData(TransferSupport support) {
        if (!isFile(support)) {
            return others.filter(handler -> handler.importData(support)).isPresent();
        }
        try {
            List<?> files = (List<?>) support.getTransferable().getTransferData(DataFlavor.javaFileListFlavor);
            files.stream().findFirst().ifPresent(file -> dropped.accept(((File) file).toPath()));
            return !files.isEmpty();
        } catch (UnsupportedFlavorException | IOException e) {
            return false;
        }
    }

    @Override
    public int getSourceActions(JComponent component) {
        return others.map(handler -> handler.getSourceActions(component)).orElse(NONE);
    }

    @Override
    public void exportAsDrag(JComponent component, InputEvent event, int action) {
        others.ifPresent(handler -> handler.exportAsDrag(component, event, action));
    }

    @Override
    public void exportToClipboard(JComponent component, Clipboard clipboard, int action) {
        others.ifPresent(handler -> handler.exportToClipboard(component, clipboard, action));
    }
}
