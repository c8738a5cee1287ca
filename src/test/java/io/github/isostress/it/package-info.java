/** The product as its users run it: the assembled JMeter home in a process of its own. */
package io.github.isostress.it;
