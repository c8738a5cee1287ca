/** Planned: a plan's elements, their properties, and how these are read. */
package io.github.isostress.jmeter.element;
