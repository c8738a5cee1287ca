/** The help, in a window of its own. */
package io.github.isostress.jmeter.gui.help;
