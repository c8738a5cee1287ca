/** Captured: what TCP connections carried, out of the files in which packets are recorded. */
package io.github.isostress.draft.capture;
