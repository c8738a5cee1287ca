package io.github.isostress.message;

import org.jpos.iso.ISOMsg;

/** A message as jPOS represents it. It names no value of its own accord: jPOS's would print DE 11 and DE 41. */
final class DecodedFields extends ISOMsg {
    private static final long serialVersionUID = 1L;

    /** What debug elements, which print every variable, print of a message: no value, since it may be damaged. */
    @Override
    public String toString() {
        return "ISO 8583 message, jPOS ISOMsg with " + getChildren().size() + " fields";
    }
}
