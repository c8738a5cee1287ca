package io.github.isostress.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.support.Await;
import io.github.isostress.window.screen.Pictures;
import io.github.isostress.window.screen.WindowManager;
import java.awt.Component;
import java.awt.Dialog;
import java.awt.Dimension;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JFrame;
import javax.swing.JTree;
import javax.swing.SwingUtilities;
import javax.swing.tree.TreePath;
import org.apache.jmeter.gui.GuiPackage;
import org.apache.jmeter.gui.action.ActionNames;
import org.apache.jmeter.gui.action.ActionRouter;
import org.apache.jmeter.gui.action.Load;
import org.apache.jmeter.gui.tree.JMeterTreeNode;
import org.apache.jmeter.save.SaveService;
import org.apache.jmeter.services.FileServer;
import org.apache.jorphan.collections.HashTree;

/** JMeter's window in the hands of a user: the plan's tree on the left, the panel of the selected element beside it. */
public final class JMeterGui {
    private static final Dimension USUAL_SIZE = new Dimension(1100, 700);
    private static final int TREE_WIDTH = 270;

    private final Look look;
    private final JMeterLog log;
    private final Hand hand = new Hand();
    private final List<String> notes = new ArrayList<>();

    /** Waits for the window and gives it its place: there is no window manager to do so. */
    JMeterGui(Look look, JMeterLog log) {
        this.look = look;
        this.log = log;
        Await.until("JMeter's window is open", () -> Edt.get(() -> gui() != null && frame().isShowing()));
        Edt.run(() -> {
            WindowManager.place(frame(), USUAL_SIZE, TREE_WIDTH);
            WindowManager.begin();
            WindowManager.giveKeyboardTo(frame());
        });
        Await.until("the window has the keyboard", () -> Edt.get(frame()::isFocused));
    }

    private static GuiPackage gui() {
        return GuiPackage.getInstance();
    }

    private static JFrame frame() {
        return gui().getMainFrame();
    }

    /** Gives the window another size, until the scenario ends. */
    public void resize(int width, int height) {
        Edt.run(() -> WindowManager.place(frame(), new Dimension(width, height), TREE_WIDTH));
        InputArrival.rest();
    }

    /** Opens a plan in place of the one that is open, whose changes are lost. */
    public void open(Path plan) {
        Edt.run(() -> {
            gui().clearTestPlan();
            gui().getMainFrame().getTree().setSelectionRow(0);
            HashTree tree = SaveService.loadTree(plan.toFile());
            FileServer.getFileServer().setBaseForScript(plan.toFile());
            Load.insertLoadedTree(ActionEvent.ACTION_PERFORMED, tree);
            gui().setTestPlanFile(plan.toString());
        });
        InputArrival.rest();
    }

    /** Begins an empty plan in place of the one that is open, whose changes are lost. */
    void begin() {
        Edt.run(() -> {
            gui().clearTestPlan();
            gui().setTestPlanFile(null);
            gui().getMainFrame().getTree().setSelectionRow(0);
        });
        InputArrival.rest();
    }

    /** Saves the plan to that file with JMeter's own action. */
    public void save(Path plan) {
        Edt.run(() -> {
            gui().updateCurrentNode();
            gui().setTestPlanFile(plan.toString());
            ActionRouter.getInstance().doActionNow(new ActionEvent(frame(), 1, ActionNames.SAVE));
        });
    }

    /** Clicks an element in the tree and gives its panel. */
    public Pane select(String element) {
        JTree tree = gui().getMainFrame().getTree();
        TreePath path = Edt.get(() -> {
            TreePath found = path(element);
            tree.scrollPathToVisible(found);
            return found;
        });
        hand.click(tree, Edt.get(() -> tree.getPathBounds(path)));
        Await.until(
                element + " is selected", () -> Edt.get(() -> gui().getCurrentNode() == path.getLastPathComponent()));
        InputArrival.rest();
        return panel();
    }

    private static TreePath path(String element) {
        // The root is hidden, and may have the name of the plan below it.
        return nodes().stream()
                .skip(1)
                .filter(node -> node.getName().equals(element))
                .map(node -> new TreePath(node.getPath()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the plan has no " + element));
    }

    private static List<JMeterTreeNode> nodes() {
        List<JMeterTreeNode> nodes = new ArrayList<>();
        var all = ((JMeterTreeNode) gui().getTreeModel().getRoot()).preorderEnumeration();
        while (all.hasMoreElements()) {
            nodes.add((JMeterTreeNode) all.nextElement());
        }
        return nodes;
    }

    /** The panel of the selected element. */
    Pane panel() {
        return new Pane(hand, Edt.get(() -> (Component) gui().getCurrentGui()));
    }

    /** Adds an element to the selected one from its menu, such as "Add", "Sampler", "ISO 8583 Request". */
    Pane add(String... menus) {
        JMeterTreeNode parent = Edt.get(gui()::getCurrentNode);
        Edt.run(() -> Menus.item(gui().getCurrentGui().createPopupMenu(), menus).doClick(0));
        Await.until(
                menus[menus.length - 1] + " is added",
                () -> Edt.get(() -> gui().getCurrentNode().getParent() == parent));
        InputArrival.rest();
        return panel();
    }

    /** Chooses an entry of the menu bar, such as "File", "Templates..."; a dialog may come of it. */
    public void menu(String menu, String entry) {
        SwingUtilities.invokeLater(
                () -> Menus.item(Menus.named(frame().getJMenuBar(), menu).getPopupMenu(), entry)
                        .doClick(0));
    }

    /** The names of the plan's elements, from the top. */
    List<String> elements() {
        return Edt.get(() -> nodes().stream().map(JMeterTreeNode::getName).toList());
    }

    /** The dialog whose title begins so, as soon as it is open. */
    Pane dialog(String title) {
        try {
            Await.until("the dialog " + title + " is open", () -> Edt.get(() -> Dialogs.hasKeyboard(title)));
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "; open are: " + Edt.get(Dialogs::titles), e);
        }
        return new Pane(hand, Edt.get(() -> Dialogs.titled(title)));
    }

    /** Starts the test with the button of the tool bar. */
    public void start() {
        hand.click(Edt.get(() -> Menus.tool(ActionNames.ACTION_START)));
        Await.until("the test runs", () -> isUsable(ActionNames.ACTION_STOP));
    }

    /** Stops the test with the button of the tool bar. */
    public void stop() {
        hand.click(Edt.get(() -> Menus.tool(ActionNames.ACTION_STOP)));
        awaitEnd();
    }

    /** Returns when no test runs. */
    void awaitEnd() {
        Await.until("the test has ended", () -> isUsable(ActionNames.ACTION_START));
    }

    private static boolean isUsable(String action) {
        return Edt.get(() -> Menus.tool(action).isEnabled());
    }

    Hand hand() {
        return hand;
    }

    /** Keeps a picture of the window as it is, named after its subject and the look, and gives its file. */
    public Path picture(String subject) {
        try {
            return Pictures.show(hand.look(Edt.get(frame()::getBounds)), subject + "-" + look.word());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Has a line printed in the test's output. */
    void note(String line) {
        notes.add(line);
    }

    /** Ends what the scenario before may have left: dialogs, a running test, tabs that were turned to. */
    void tidy() throws IOException {
        Edt.run(() -> {
            for (Window window : Window.getWindows()) {
                if (window instanceof Dialog && window.isShowing()) {
                    window.dispose();
                }
            }
        });
        if (!isUsable(ActionNames.ACTION_START)) {
            stop();
        }
        Edt.run(() -> nodes().forEach(node -> Pane.turnBack((Component) gui().getGui(node.getTestElement()))));
        if (!Edt.get(frame()::getSize).equals(USUAL_SIZE)) {
            resize(USUAL_SIZE.width, USUAL_SIZE.height);
        }
        log.skip();
    }

    /** Fails if the scenario left errors, or warnings of ours, in JMeter's log. */
    void assertNothingLogged() throws IOException {
        assertThat(log.complaints()).as("complaints in jmeter.log").isEmpty();
    }

    /** What else is to be known of a scenario that failed: what the window looks like, and what JMeter logged. */
    Throwable circumstances(String scenario) {
        try {
            Path picture = Pictures.failure(hand.look(Edt.get(frame()::getBounds)), scenario + "-" + look.word());
            return new AssertionError("picture: " + picture + "\n" + String.join("\n", log.complaints()));
        } catch (IOException | RuntimeException e) {
            return new AssertionError("no picture", e);
        }
    }

    List<String> takeNotes() {
        List<String> taken = List.copyOf(notes);
        notes.clear();
        return taken;
    }
}
