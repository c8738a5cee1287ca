package io.github.isostress.jmeter.gui;

import java.util.function.Supplier;
import javax.swing.JPopupMenu;
import org.apache.jmeter.assertions.gui.AbstractAssertionGui;
import org.apache.jmeter.config.gui.AbstractConfigGui;
import org.apache.jmeter.gui.AbstractJMeterGuiComponent;
import org.apache.jmeter.gui.GUIFactory;
import org.apache.jmeter.gui.util.MenuFactory;
import org.apache.jmeter.processor.gui.AbstractPostProcessorGui;
import org.apache.jmeter.samplers.gui.AbstractSamplerGui;
import org.apache.jmeter.timers.gui.AbstractTimerGui;
import org.apache.jmeter.visualizers.gui.AbstractListenerGui;

/** JMeter's kinds of plan elements, as far as there are panels for them: each has a menu, a popup menu and an icon. */
enum PanelKind {
    SAMPLER(MenuFactory.SAMPLERS, MenuFactory::getDefaultSamplerMenu, AbstractSamplerGui.class),
    CONFIG_ELEMENT(MenuFactory.CONFIG_ELEMENTS, MenuFactory::getDefaultConfigElementMenu, AbstractConfigGui.class),
    TIMER(MenuFactory.TIMERS, MenuFactory::getDefaultTimerMenu, AbstractTimerGui.class),
    POST_PROCESSOR(MenuFactory.POST_PROCESSORS, MenuFactory::getDefaultExtractorMenu, AbstractPostProcessorGui.class),
    ASSERTION(MenuFactory.ASSERTIONS, MenuFactory::getDefaultAssertionMenu, AbstractAssertionGui.class),
    LISTENER(MenuFactory.LISTENERS, MenuFactory::getDefaultVisualizerMenu, AbstractListenerGui.class);

    private final String menu;
    private final Supplier<JPopupMenu> popup;
    private final Class<? extends AbstractJMeterGuiComponent> jmeterPanel;

    PanelKind(String menu, Supplier<JPopupMenu> popup, Class<? extends AbstractJMeterGuiComponent> jmeterPanel) {
        this.menu = menu;
        this.popup = popup;
        this.jmeterPanel = jmeterPanel;
    }

    /** The category of the menus <i>Add</i> in which JMeter lists the element. */
    String menu() {
        return menu;
    }

    /** A new popup menu for an element in the plan's tree. */
    JPopupMenu popup() {
        return popup.get();
    }

    /** JMeter finds an icon by the class of the panel or of one above it: gives a panel the icon of JMeter's own. */
    void registerIcon(Class<? extends ElementPanel> panel) {
        GUIFactory.registerIcon(panel.getName(), GUIFactory.getIcon(jmeterPanel));
        GUIFactory.registerDisabledIcon(panel.getName(), GUIFactory.getIcon(jmeterPanel, false));
    }
}
