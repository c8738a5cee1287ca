/** A screen that only tests see: Xvfb, its windows, pictures of them and the times of their events. */
package io.github.isostress.window.screen;
