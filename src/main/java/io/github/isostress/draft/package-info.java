/** Written: a template while it is being edited, imported from messages of other forms, and copied to them. */
package io.github.isostress.draft;
