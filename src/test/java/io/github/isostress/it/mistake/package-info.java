/** What a mistake gives: a wrong setting, a wrong line of a template, a jar that is not installed. */
package io.github.isostress.it.mistake;
