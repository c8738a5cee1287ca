package io.github.isostress.crypto.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.isostress.crypto.CipherKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys are found by name and use; the nearest of a name wins. */
class KeysTest {
    private static final NamedKey ZPK = key("ZPK", KeyUse.PIN, 1);
    private static final NamedKey MAK = key("MAK", KeyUse.MAC, 2);

    private static NamedKey key(String name, KeyUse use, int content) {
        byte[] bytes = new byte[16];
        bytes[0] = (byte) content;
        return new NamedKey(name, use, CipherKey.aes(bytes));
    }

    @Test
    void shouldBeFoundWhenNameAndUseFit() {
        Keys keys = Keys.NONE.with(ZPK).with(MAK);

        assertThat(keys.get("ZPK")).isSameAs(ZPK);
        assertThat(keys.get("ZPK", KeyUse.BDK_AES, KeyUse.PIN)).isSameAs(ZPK);
        assertThat(keys.all()).containsExactly(ZPK, MAK);
        assertThat(keys.has("MAK")).isTrue();
        assertThat(keys.has("mak")).isFalse();
    }

    @Test
    void shouldNameTheKnownKeysWhenNameIsUnknown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Keys.NONE.with(ZPK).with(MAK).get("zpk"))
                .withMessage("there is no key 'zpk' in scope; known are ZPK, MAK");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Keys.NONE.get("ZPK"))
                .withMessage("there is no key 'ZPK' in scope, nor any other");
    }

    @Test
    void shouldNameTheUsesWhenKeyHasAnother() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Keys.NONE.with(MAK).get("MAK", KeyUse.PIN, KeyUse.BDK_TDES))
                .withMessage("key 'MAK' has the use MAC, but needed is PIN or BDK-3DES");
    }

    @Test
    void shouldLetTheNearestWinWhenTwoHaveOneName() {
        NamedKey farther = key("ZPK", KeyUse.PIN, 3);
        Keys outer = Keys.NONE.with(farther).with(MAK);

        Keys all = Keys.NONE.with(ZPK).under(outer);

        assertThat(all.get("ZPK")).isSameAs(ZPK);
        assertThat(all.get("MAK")).isSameAs(MAK);
        assertThat(outer.get("ZPK")).isSameAs(farther);
        assertThat(Keys.NONE.under(outer)).isSameAs(outer);
        assertThat(outer.under(Keys.NONE)).isSameAs(outer);
    }

    @Test
    void shouldReplaceTheKeyInTheNewSnapshotAloneWhenANewOneComes() {
        NamedKey renewed = key("ZPK", KeyUse.PIN, 4);
        Keys before = Keys.NONE.with(ZPK);

        Keys after = before.with(renewed);

        assertThat(before.get("ZPK")).isSameAs(ZPK);
        assertThat(after.get("ZPK")).isSameAs(renewed);
    }

    @Test
    void shouldTellCheckValuesAloneWhenItIsText() {
        assertThat(Keys.NONE.with(ZPK).with(MAK))
                .hasToString("ZPK (PIN), a 128-bit AES key with check value "
                        + ZPK.key().checkValue() + "\nMAK (MAC), a 128-bit AES key with check value "
                        + MAK.key().checkValue());
    }

    @ParameterizedTest
    @EnumSource
    void shouldBeReadFromItsWordWhenItIsAUse(KeyUse use) {
        assertThat(KeyUse.of(use.word())).contains(use);
        assertThat(KeyUse.of(use.toString())).contains(use);
    }

    @Test
    void shouldBeAKekWhenItProtectsKeyBlocks() {
        assertThat(KeyUse.of("kbpk")).contains(KeyUse.KEK);
        assertThat(KeyUse.of("zmk")).isEmpty();
    }
}
