/** Paced: when each request is due, whatever became of those before. */
package io.github.isostress.pace;
