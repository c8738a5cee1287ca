/** Born: a template's text, compiled once to bytes with places for what varies. */
package io.github.isostress.message.template;
