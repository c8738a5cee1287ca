package io.github.isostress.message.codec;

import org.jpos.iso.ISOFieldPackager;

/**
 * A part that an element can have.
 *
 * @param number the sub-element's number; for a tagged part jPOS's internal number, without meaning
 * @param tag the tag of a part of a tagged sequence, else null
 * @param packager writes it, tag and length included
 */
public record PartFormat(int number, String tag, ISOFieldPackager packager) {
    public boolean isTagged() {
        return tag != null;
    }

    /** What a path names the part by: its tag, or its number. */
    public String step() {
        return isTagged() ? tag : String.valueOf(number);
    }
}
