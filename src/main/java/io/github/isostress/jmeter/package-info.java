/** Run: what the threads of a test share, and what the log says of them when it ends. */
package io.github.isostress.jmeter;
