/** Left behind: how a run's samples, failures and figures are written in its JTL, log and record, and read there again. */
package io.github.isostress.jmeter.record;
