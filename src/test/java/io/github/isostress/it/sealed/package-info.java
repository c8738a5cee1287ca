/** Plans that are sealed, in a separate JMeter process: what both ends accept, what they refuse, and what is told of it. */
package io.github.isostress.it.sealed;
