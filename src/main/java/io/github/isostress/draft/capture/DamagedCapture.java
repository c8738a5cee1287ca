package io.github.isostress.draft.capture;

import java.io.IOException;

/** A capture file says of itself what cannot be. */
final class DamagedCapture extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedCapture(String sentence) {
        super(sentence);
    }
}
