/** The product as its users run it: the assembled JMeter in its own process. */
package io.github.isostress.it;
