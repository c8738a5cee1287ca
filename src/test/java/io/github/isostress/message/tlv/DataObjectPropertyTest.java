package io.github.isostress.message.tlv;

import static io.github.isostress.message.support.Messages.decode;
import static io.github.isostress.message.support.Messages.hex;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.support.Messages;
import io.github.isostress.message.support.ObjectPlace;
import io.github.isostress.message.support.ObjectTree;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Data objects of a captured message are found and replaced wherever they stand and however they are written. */
class DataObjectPropertyTest {
    private static final IsoPackager PACKAGER = ObjectPlace.PACKAGER;

    @Property(tries = 500)
    void shouldFindEveryObjectWhenMessageIsRead(
            @ForAll ObjectPlace place, @ForAll @IntRange(max = 3) int dataSets, @ForAll long seed) throws Exception {
        ObjectTree tree = new ObjectTree(seed, dataSets);

        DecodedMessage message = decode(PACKAGER, place.message(tree.bytes()));

        for (ObjectTree.Node leaf : tree.leaves()) {
            assertThat(Messages.value(message, place.path() + "." + leaf.path()))
                    .as(leaf.path())
                    .isEqualTo(hex(leaf.value()));
            assertThat(Messages.value(message, place.path() + "." + leaf.pathWithoutDataSet()))
                    .as(leaf.pathWithoutDataSet())
                    .isEqualTo(hex(leaf.value()));
        }
    }

    @Property(tries = 1000)
    void shouldChangeNothingElseWhenOneObjectIsReplaced(
            @ForAll ObjectPlace place, @ForAll @IntRange(max = 3) int dataSets, @ForAll long seed) throws Exception {
        ObjectTree tree = new ObjectTree(seed, dataSets);
        byte[] captured = place.message(tree.bytes());
        ObjectTree.Node leaf = tree.anyLeaf();
        byte[] value = tree.value();

        byte[] replaced =
                Messages.message(PACKAGER, "hex " + hex(captured), place.path() + "." + leaf.path() + " " + hex(value));

        leaf.set(value);
        assertThat(hex(replaced)).isEqualTo(hex(place.message(tree.bytes())));
    }

    @Property(tries = 300)
    void shouldGiveTheSameBytesWhenObjectIsReplacedByItself(
            @ForAll ObjectPlace place, @ForAll @IntRange(max = 3) int dataSets, @ForAll long seed) throws Exception {
        ObjectTree tree = new ObjectTree(seed, dataSets);
        byte[] captured = place.message(tree.bytes());
        ObjectTree.Node leaf = tree.anyLeaf();

        byte[] replaced = Messages.message(
                PACKAGER,
                "hex " + hex(captured),
                place.path() + "." + leaf.pathWithoutDataSet() + " " + hex(leaf.value()));

        assertThat(hex(replaced)).isEqualTo(hex(captured));
    }
}
