/** The plugin's jar as a program, run from a command line. */
package io.github.isostress.it.command;
