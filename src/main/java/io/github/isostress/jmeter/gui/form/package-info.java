/** Fields, buttons and forms that the panels are made of. */
package io.github.isostress.jmeter.gui.form;
