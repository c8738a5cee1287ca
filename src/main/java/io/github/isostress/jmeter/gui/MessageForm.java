package io.github.isostress.jmeter.gui;

import io.github.isostress.draft.MessageExport;
import io.github.isostress.jmeter.gui.form.PanelLabels;
import io.github.isostress.jmeter.rehearsal.Preview;
import io.github.isostress.message.decode.DecodedMessage;

/** The forms in which a message can be copied; labels stand under {@code request.copy.} and the lower-case name. */
enum MessageForm {
    HEX {
        @Override
        String of(Preview preview) {
            return MessageExport.hex(preview.message());
        }
    },
    XML {
        @Override
        String of(Preview preview) {
            return MessageExport.xml(decoded(preview));
        }
    },
    JSON {
        @Override
        String of(Preview preview) {
            return MessageExport.json(decoded(preview));
        }
    };

    /**
     * The message in this form.
     *
     * @throws IllegalArgumentException with one clear sentence if the form needs a packager and there is none
     */
    abstract String of(Preview preview);

    private static DecodedMessage decoded(Preview preview) {
        return preview.decoded()
                .orElseThrow(() -> new IllegalArgumentException(PanelLabels.get("request.copy.withoutPackager")));
    }
}
