/** Viewed: messages and exchanges as trees of elements beside their bytes. */
package io.github.isostress.jmeter.view;
