/** Edited: the table and the text in which a message template is written. */
package io.github.isostress.jmeter.editor;
