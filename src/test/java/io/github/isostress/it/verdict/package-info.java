/** JMeter processes that judge themselves: with nothing wrong, and with each thing that can be wrong provoked. */
package io.github.isostress.it.verdict;
