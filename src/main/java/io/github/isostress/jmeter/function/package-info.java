/** Functions that give each request new values, and plans their properties. */
package io.github.isostress.jmeter.function;
