/** Planned: the elements of a plan, each named in a JMX file, and what they keep while a test runs. */
package io.github.isostress.jmeter.element;
