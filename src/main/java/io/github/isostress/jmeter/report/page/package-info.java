/** Handed over: a run's figures as one page of HTML that opens offline. */
package io.github.isostress.jmeter.report.page;
