package io.github.isostress.jmeter.gui.help;

import java.awt.event.ActionEvent;
import java.util.Set;
import org.apache.jmeter.exceptions.IllegalUserActionException;
import org.apache.jmeter.gui.GuiPackage;
import org.apache.jmeter.gui.action.ActionNames;
import org.apache.jmeter.gui.action.Command;
import org.apache.jmeter.gui.action.Help;
import org.apache.jmeter.gui.tree.JMeterTreeNode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * JMeter's action "Help" (Help menu, context menu, Ctrl+H): our page for our elements, what JMeter does for all others.
 * Made by JMeter's GUI when it collects its commands.
 */
public final class HelpCommand implements Command {
    private static final Logger LOG = LoggerFactory.getLogger(HelpCommand.class);
    private static final String OURS = "io.github.isostress.";

    private final Command jmeters = new Help();

    /**
     * Takes the place of JMeter's own command. It must, since JMeter runs every command of an action's name, and its
     * own opens its web site, where our elements are not. JMeter registers commands under the names that they give
     * when all of them are made, and its Help, all instances of which share their names, then gives none.
     */
    public HelpCommand() {
        try {
            jmeters.getActionNames().remove(ActionNames.HELP);
        } catch (UnsupportedOperationException e) {
            LOG.warn("Help also opens JMeter's web site: its own command cannot be replaced in this version");
        }
    }

    @Override
    public Set<String> getActionNames() {
        return Set.of(ActionNames.HELP);
    }

    @Override
    public void doAction(ActionEvent event) throws IllegalUserActionException {
        // The function helper names its place in JMeter's function reference.
        JMeterTreeNode node = event.getSource() instanceof String[]
                ? null
                : GuiPackage.getInstance().getTreeListener().getCurrentNode();
        if (node != null && node.getTestElement().getClass().getName().startsWith(OURS)) {
            HelpWindow.show(HelpPlace.of(GuiPackage.getInstance().getGui(node.getTestElement())));
        } else {
            jmeters.doAction(event);
        }
    }
}
