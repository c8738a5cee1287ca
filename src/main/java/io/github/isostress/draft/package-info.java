/** Written: a template while it is being edited, and its import and export. */
package io.github.isostress.draft;
