/** Looked up: packagers by name or file, each mistake in a file with its line. */
package io.github.isostress.message.packager;
