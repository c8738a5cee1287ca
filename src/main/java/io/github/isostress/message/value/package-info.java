/** Valued: what a template's values may be: a text, an expression, or a formula over the rest of the message. */
package io.github.isostress.message.value;
