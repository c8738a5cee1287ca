package io.github.isostress.jmeter.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.message.describe.DescribedElement;
import io.github.isostress.message.describe.MessageDescription;
import io.github.isostress.message.describe.ShownBytes;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Elements as a tree over their bytes. */
class ElementTreeTest {
    private final ElementTree purchase = new ElementTree(DescribedSamples.purchase("0200", "00"));

    @Test
    void shouldBeAPartWhenItIsDeeperThanTheElementBefore() {
        assertThat(purchase.parent(DescribedSamples.AMOUNT_TAG)).isEqualTo(DescribedSamples.CHIP);
        assertThat(purchase.parent(DescribedSamples.UNKNOWN_PART)).isEqualTo(DescribedSamples.CHIP);
        assertThat(purchase.parent(DescribedSamples.RESPONSE_CODE)).isEqualTo(ElementTree.NONE);
        assertThat(purchase.hasParts(DescribedSamples.CHIP)).isTrue();
        assertThat(purchase.hasParts(DescribedSamples.AMOUNT_TAG)).isFalse();
    }

    @Test
    void shouldBeHeldByTheInnermostElementWhenSeveralHoldAByte() {
        assertThat(purchase.holderOf(18)).isEqualTo(DescribedSamples.CHIP);
        assertThat(purchase.holderOf(19)).isEqualTo(DescribedSamples.AMOUNT_TAG);
        assertThat(purchase.holderOf(24)).isEqualTo(DescribedSamples.RESPONSE_CODE);
        assertThat(purchase.holderOf(26)).isEqualTo(ElementTree.NONE);
        assertThat(purchase.holderOf(-1)).isEqualTo(ElementTree.NONE);
    }

    @Test
    void shouldHaveTheBytesOfTheWholeWhenThoseOfThePartAreUnknown() {
        assertThat(purchase.range(DescribedSamples.AMOUNT_TAG)).contains(new ByteRange(19, 24));
        assertThat(purchase.range(DescribedSamples.UNKNOWN_PART)).contains(new ByteRange(16, 24));
    }

    @Test
    void shouldDifferFromItsNeighbourWhenAStretchOfBytesEnds() {
        assertThat(purchase.stretchOf(1)).isEqualTo(1);
        assertThat(purchase.stretchOf(2)).isEqualTo(2);
        assertThat(purchase.stretchOf(18)).isEqualTo(5);
        assertThat(purchase.stretchOf(19)).isEqualTo(6);
    }

    @Test
    void shouldBeFoundByItsPathWhenAnotherMessageHasIt() {
        assertThat(purchase.path(DescribedSamples.AMOUNT_TAG)).isEqualTo("DE 55/9F02");
        assertThat(purchase.find("DE 55/9F02")).isEqualTo(DescribedSamples.AMOUNT_TAG);
        assertThat(purchase.find("DE 99")).isEqualTo(ElementTree.NONE);
    }

    @Test
    void shouldBearItWhenOffsetsAndDepthsMakeNoSense() {
        ElementTree odd = new ElementTree(new MessageDescription(
                List.of(
                        new DescribedElement(3, "a", "", "", "", 5, 900),
                        new DescribedElement(1, "b", "", "", "", 8, 2),
                        new DescribedElement(2, "c", "", "", "", 700, 900)),
                new ShownBytes(new byte[10], new BitSet()),
                ""));

        assertThat(odd.parent(0)).isEqualTo(ElementTree.NONE);
        assertThat(odd.range(0)).contains(new ByteRange(5, 10));
        assertThat(odd.range(1)).isEmpty();
        assertThat(odd.parent(2)).isEqualTo(1);
        assertThat(odd.range(2)).isEmpty();
        assertThat(odd.holderOf(9)).isZero();
    }
}
