/** The plugin in JMeters that it was installed in by the ways that users have, and on other Javas. */
package io.github.isostress.it.install;
