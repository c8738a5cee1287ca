/** The elements of a plan, their properties, and how these are read. */
package io.github.isostress.jmeter.element;
