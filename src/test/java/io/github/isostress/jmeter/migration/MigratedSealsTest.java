package io.github.isostress.jmeter.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.jmeter.JMeterEnvironment;
import java.nio.file.Path;
import java.util.List;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.ISOUtil;
import org.jpos.security.SKDMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** PIN blocks, cryptograms and MACs of a plan that was taken over are those that jPOS computes. */
@ExtendWith({JMeterEnvironment.class, MigratedRun.class})
class MigratedSealsTest {
    private static final String KEY = "0123456789ABCDEFFEDCBA9876543210";
    private static final String MAC_KEY = "FEDCBA98765432100123456789ABCDEF";
    private static final String MASTER_KEY = "2315208C9110AD402315208C9110AD40";
    private static final String BLOCK = "041226FFEFEFEFFE";

    @TempDir
    Path folder;

    @Test
    void shouldComputeWhatJposComputesWhenFieldsAreSealed() throws Exception {
        MigratedRun.recorded("crypto.jmx", folder);

        List<byte[]> received = RecordingChannel.messages();
        assertThat(received).hasSize(3);
        OldSecurity security = OldSecurity.begun();
        byte[] block = security.clearBlock("1234", 1, OldMessages.PAN);
        ISOMsg first = purchase();
        first.set(52, security.enciphered(block, KEY));
        byte[] cryptogram = security.cryptogram(
                SKDMethod.VSDC,
                MASTER_KEY,
                OldMessages.PAN,
                "01",
                "0007",
                "A1B2C3D4",
                "000000001000" + "000000000000" + "0554" + "0000000000" + "0554" + "261129" + "01" + "A1B2C3D4" + "5C00"
                        + "0007" + "03A0B800");
        OldMessages.binaryTag(first, 12, "9F26", OldMessages.hex(cryptogram));
        assertThat(OldMessages.hex(received.get(0)))
                .isEqualTo(OldMessages.hex(
                        withMac(security, first, MAC_KEY, "DESEDE").pack()));
        ISOMsg second = purchase();
        second.set(52, security.enciphered(ISOUtil.hex2byte(BLOCK), KEY));
        assertThat(OldMessages.hex(received.get(1)))
                .isEqualTo(OldMessages.hex(withMac(security, second, KEY, "ISO9797ALG3MACWITHISO7816-4PADDING")
                        .pack()));
        ISOMsg third = purchase();
        third.set(52, security.encipheredUnderDukpt(block, KEY, "9876543210200001"));
        third.set(53, "9876543210200001");
        assertThat(OldMessages.hex(received.get(2))).isEqualTo(OldMessages.hex(third.pack()));
    }

    private static ISOMsg purchase() throws Exception {
        ISOMsg message = OldMessages.message(
                "0", "0100", "2", OldMessages.PAN, "4", "000000001000", "11", "000001", "41", "TERM0001");
        OldMessages.tag(message, 1, "9F02", "000000001000");
        OldMessages.tag(message, 2, "9F03", "000000000000");
        OldMessages.tag(message, 3, "9F1A", "0554");
        OldMessages.binaryTag(message, 4, "95", "0000000000");
        OldMessages.tag(message, 5, "5F2A", "0554");
        OldMessages.tag(message, 6, "9A", "261129");
        OldMessages.tag(message, 7, "9C", "01");
        OldMessages.binaryTag(message, 8, "9F37", "A1B2C3D4");
        OldMessages.binaryTag(message, 9, "82", "5C00");
        OldMessages.binaryTag(message, 10, "9F36", "0007");
        OldMessages.binaryTag(message, 11, "9F10", "06010A03A0B800");
        return message;
    }

    private static ISOMsg withMac(OldSecurity security, ISOMsg message, String key, String algorithm) throws Exception {
        message.set(64, new byte[8]);
        message.set(64, security.mac(message.pack(), key, algorithm));
        return message;
    }
}
