/** Functions that give requests living values, and plans their properties. */
package io.github.isostress.jmeter.function;
