/** Runs that end when their results are enough, however long a busy machine takes for them. */
package io.github.isostress.it.enough;
