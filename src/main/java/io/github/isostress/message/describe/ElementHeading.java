package io.github.isostress.message.describe;

/**
 * What a line of a description has in front of the value; see {@link DescribedElement}.
 *
 * @param place in the frame
 */
record ElementHeading(int depth, String label, String name, Place place) {
    DescribedElement line(String value, String meaning) {
        return new DescribedElement(depth, label, name, value, meaning, place.start(), place.end());
    }
}
