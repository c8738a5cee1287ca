package io.github.isostress.window;

import java.awt.Window;
import java.util.Arrays;
import javax.swing.JList;

/** Lists that open above what one types into. */
final class Lists {
    private Lists() {}

    /** Whether a list of that name can be seen in any window. */
    static boolean isOpen(String name) {
        return Edt.get(() -> Arrays.stream(Window.getWindows())
                .filter(Window::isShowing)
                .flatMap(window -> Names.showing(window).stream())
                .anyMatch(component -> component instanceof JList<?> list
                        && name.equals(list.getAccessibleContext().getAccessibleName())));
    }
}
