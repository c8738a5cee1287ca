/** Defined: what a packager says of a message's elements, and where a message of a known shape has them. */
package io.github.isostress.message;
