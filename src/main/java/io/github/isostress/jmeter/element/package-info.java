/** The elements of a plan: request, connection, rate timer and host, and how an outcome becomes a sample. */
package io.github.isostress.jmeter.element;
