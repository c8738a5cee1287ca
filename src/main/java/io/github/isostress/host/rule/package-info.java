/** Ruled: the text of the embedded host's rules. */
package io.github.isostress.host.rule;
