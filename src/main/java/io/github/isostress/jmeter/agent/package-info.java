/** Assigned: which of several machines this JVM is, what its controller sends with the plan, and what both tell each other. */
package io.github.isostress.jmeter.agent;
