/** The panels in which the elements are edited. */
package io.github.isostress.jmeter.gui;
