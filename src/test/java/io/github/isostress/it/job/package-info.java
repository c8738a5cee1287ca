/** The examples that are whole jobs, run as their users run them, against their own hosts and foreign ones. */
package io.github.isostress.it.job;
