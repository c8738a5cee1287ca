/** Functions that give each request new values, and plans their properties; IsoFunction says how to add one. */
package io.github.isostress.jmeter.function;
