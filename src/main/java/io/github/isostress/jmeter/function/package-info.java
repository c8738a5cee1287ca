/** Functions that give requests living values: {@code __isoStan}, {@code __isoRrn}, {@code __isoPan}, {@code __isoUtc}. */
package io.github.isostress.jmeter.function;
