/** Watched: the panel in which a run is followed, its figures, codes and charts. */
package io.github.isostress.jmeter.gui.live;
