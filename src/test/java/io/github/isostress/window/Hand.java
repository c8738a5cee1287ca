package io.github.isostress.window;

import io.github.isostress.support.Await;
import io.github.isostress.window.screen.WindowManager;
import java.awt.AWTException;
import java.awt.Component;
import java.awt.Container;
import java.awt.Image;
import java.awt.KeyboardFocusManager;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.StringSelection;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JPopupMenu;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;

/** The user's hand on mouse and keyboard; after each movement the window has done with it. */
final class Hand {
    // The keys of an American keyboard, which Xvfb has; the second row is typed with Shift.
    private static final String KEYS = "`1234567890-=[]\\;',./";
    private static final String SHIFTED = "~!@#$%^&*()_+{}|:\"<>?";

    private final Robot robot;
    private final InputArrival arrivals = new InputArrival();

    Hand() {
        try {
            robot = new Robot();
        } catch (AWTException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Clicks at the middle of a component. */
    void click(Component component) {
        click(component, Edt.get(() -> new Rectangle(component.getSize())));
    }

    /** Clicks at the middle of a part of a component, such as a cell. */
    void click(Component component, Rectangle part) {
        click(component, part, InputEvent.BUTTON1_DOWN_MASK);
    }

    /** Clicks there with the right button, and gives the menu that opens. */
    JPopupMenu openMenu(Component component, Rectangle part) {
        click(component, part, InputEvent.BUTTON3_DOWN_MASK);
        Await.until("a menu is open", () -> Edt.get(Menus::open).isPresent());
        return Edt.get(Menus::open).orElseThrow();
    }

    private void click(Component component, Rectangle part, int button) {
        comeToFront(component);
        Edt.run(() -> scrollTo(component, part));
        InputArrival.rest();
        // A dialog that has just opened may not be on the screen yet, or still come to its place.
        Await.until("the mouse is over " + Names.described(component), () -> moveOnto(component, part));
        arrivals.ofClick(() -> {
            robot.mousePress(button);
            robot.mouseRelease(button);
        });
    }

    /** A text field scrolls only what it holds, not what it is in. */
    private static void scrollTo(Component component, Rectangle part) {
        if (component instanceof JTextField && component.getParent() instanceof JComponent around) {
            around.scrollRectToVisible(SwingUtilities.convertRectangle(component, part, around));
        } else if (component instanceof JComponent scrollable) {
            scrollable.scrollRectToVisible(part);
        }
    }

    private boolean moveOnto(Component component, Rectangle part) {
        Point corner = Edt.get(component::getLocationOnScreen);
        robot.mouseMove(corner.x + (int) part.getCenterX(), corner.y + (int) part.getCenterY());
        return Edt.get(() -> component instanceof Container container
                        ? container.getMousePosition(true)
                        : component.getMousePosition())
                != null;
    }

    private static void comeToFront(Component component) {
        Window window = SwingUtilities.getWindowAncestor(component);
        if (!Edt.get(window::isFocused)) {
            Edt.run(() -> WindowManager.giveKeyboardTo(window));
            Await.until("the window has the keyboard", () -> Edt.get(window::isFocused));
        }
    }

    /** Gives a component the keyboard. */
    void focus(Component component) {
        comeToFront(component);
        Edt.run(component::requestFocusInWindow);
        try {
            Await.until("the keyboard is with " + Names.described(component), () -> hasFocus(component));
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "; it is with " + Names.described(focusOwner()), e);
        }
    }

    private static boolean hasFocus(Component component) {
        Component owner = focusOwner();
        return owner == component
                || owner != null && component instanceof Container container && container.isAncestorOf(owner);
    }

    /** Who has the keyboard; null while it is handed over. */
    static Component focusOwner() {
        return Edt.get(KeyboardFocusManager.getCurrentKeyboardFocusManager()::getFocusOwner);
    }

    /** Presses a key while others are held. */
    void press(int key, int... held) {
        arrivals.of(KeyEvent.KEY_RELEASED, () -> {
            for (int modifier : held) {
                robot.keyPress(modifier);
            }
            robot.keyPress(key);
            robot.keyRelease(key);
        });
        for (int modifier : held) {
            arrivals.of(KeyEvent.KEY_RELEASED, () -> robot.keyRelease(modifier));
        }
    }

    /** Types a text: letters, digits, what else an American keyboard has, and line ends. */
    void type(String text) {
        for (char character : text.toCharArray()) {
            int shifted = SHIFTED.indexOf(character);
            char plain = shifted >= 0 ? KEYS.charAt(shifted) : character;
            int key = KeyEvent.getExtendedKeyCodeForChar(plain);
            if (shifted >= 0 || Character.isUpperCase(character)) {
                press(key, KeyEvent.VK_SHIFT);
            } else {
                press(key);
            }
        }
    }

    /** Puts a text where the keyboard is, from the clipboard. */
    void paste(String text) {
        Edt.run(() -> Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(text), null));
        press(KeyEvent.VK_V, KeyEvent.VK_CONTROL);
    }

    /** The text on the clipboard. */
    String copied() {
        return Edt.get(
                () -> (String) Toolkit.getDefaultToolkit().getSystemClipboard().getData(DataFlavor.stringFlavor));
    }

    /** What is to be seen there, with all the pixels that the screen has; the mouse is put out of the way. */
    BufferedImage look(Rectangle area) {
        arrivals.of(MouseEvent.MOUSE_EXITED, () -> robot.mouseMove(area.x + area.width + 1, area.y + area.height + 1));
        List<Image> variants = robot.createMultiResolutionScreenCapture(area).getResolutionVariants();
        return (BufferedImage) variants.get(variants.size() - 1);
    }
}
