/** The help: its pages, the window that shows them, and the ways into it. */
package io.github.isostress.jmeter.gui.help;
