/** Numbered: STANs, RRNs, counters and test card numbers, each given out once over threads, agents and machines. */
package io.github.isostress.message.number;
