/** Keys as a panel shows them: a table of lines, without a digit of a key. */
package io.github.isostress.jmeter.gui.key;
