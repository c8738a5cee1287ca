package io.github.isostress.window;

import java.awt.Dialog;
import java.awt.Window;
import java.util.List;
import java.util.stream.Stream;
import javax.swing.JList;

/** Open dialogs, and lists that open above what one types into; all is to be asked on the event thread. */
final class Dialogs {
    private Dialogs() {}

    /** The titles of all open dialogs. */
    static List<String> titles() {
        return Stream.of(Window.getWindows())
                .filter(window -> window instanceof Dialog && window.isShowing())
                .map(window -> ((Dialog) window).getTitle())
                .toList();
    }

    /** The open dialog whose title begins so, or null. */
    static Dialog titled(String title) {
        for (Window window : Window.getWindows()) {
            if (window instanceof Dialog dialog
                    && dialog.isShowing()
                    && dialog.getTitle().startsWith(title)) {
                return dialog;
            }
        }
        return null;
    }

    /** Whether that dialog is open and, as a dialog that has opened is, ready for keys and clicks. */
    static boolean hasKeyboard(String title) {
        Dialog dialog = titled(title);
        return dialog != null && dialog.isFocused();
    }

    /** Whether a list of that name can be seen in any window. */
    static boolean haveList(String name) {
        return Stream.of(Window.getWindows())
                .filter(Window::isShowing)
                .flatMap(window -> Names.showing(window).stream())
                .anyMatch(component -> component instanceof JList<?> list
                        && name.equals(list.getAccessibleContext().getAccessibleName()));
    }
}
