package io.github.isostress.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.bouncycastle.crypto.engines.DESEngine;
import org.bouncycastle.crypto.params.KeyParameter;

/** A key schedule from a table is that of the engine. */
class SingleDesTest {
    @Property
    void shouldAgreeWithTheEngineWhenTheScheduleIsLookedUp(
            @ForAll @Size(8) byte[] key, @ForAll @Size(8) byte[] block, @ForAll boolean encrypting) {
        DESEngine engine = new DESEngine();
        engine.init(encrypting, new KeyParameter(key));
        byte[] expected = new byte[8];
        engine.processBlock(block, 0, expected, 0);

        byte[] processed = new byte[8];
        new SingleDes(key, 0, encrypting).processBlock(block, 0, processed, 0);

        assertThat(processed).isEqualTo(expected);
    }
}
