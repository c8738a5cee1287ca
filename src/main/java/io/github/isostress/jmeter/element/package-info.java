/** The elements of a plan: request, connection and host, and how an outcome becomes a sample. */
package io.github.isostress.jmeter.element;
