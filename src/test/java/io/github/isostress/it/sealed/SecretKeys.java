package io.github.isostress.it.sealed;

import io.github.isostress.crypto.CipherKey;
import io.github.isostress.crypto.dukpt.Dukpt;
import io.github.isostress.crypto.dukpt.Ksn;
import io.github.isostress.crypto.dukpt.WorkingKeyType;
import io.github.isostress.crypto.dukpt.WorkingKeyUse;
import io.github.isostress.crypto.emv.CardKeyOption;
import io.github.isostress.crypto.emv.ChipCard;
import io.github.isostress.crypto.key.KeyLines;
import io.github.isostress.crypto.key.KeyParity;
import io.github.isostress.crypto.key.Keys;
import java.util.HexFormat;
import java.util.List;

/** A card, its PIN, keys in every form in which they can be written, and what follows from all of them. */
final class SecretKeys {
    static final String PAN = "4761739001010119";
    static final String PIN = "928374651092";
    static final String INITIAL_KSN = "FFFF9876543210E00000";
    static final String BDK = "C1D0F8FB4958670DBA40AB1F3752EF0D";
    static final String PVK = "1F2C3E4A5B6D79890E1C2F3D4A5B6D79";

    /** Published in a key block; see the tests of those. */
    static final String KBPK = "DD7515F2BFC17F85CE48F3CA25CB21F6";

    static final String KEY_BLOCK = "B0080P0TE00E000094B420079CC80BA3461F86FE26EFC4A3B8E4FA4C5F5341176EED7B727B8A248E";

    private static final String BDK_AES = "3B1F7A0C9D2E4F5867A1B2C3D4E5F60718293A4B5C6D7E8F9FAEBDCCDBEAF908";
    private static final String IMK = "9E15204313F7318ACB79B90BD986AD29";
    private static final String IMK_COMPONENT = "4F9D1C6B2A83E07592B4D6F81A3C5E70";
    private static final String TMK = "D0C1B3A2948576675849312010F1E3D3";
    private static final String MAK = "2C4A6E80A2C4E6081A3D5E7092B5D6F8";
    private static final String CVK = "8A9B6D7C4F5E20310213546798A8CBDC";
    private static final String[] NAMES = {"BDK", "BDK_AES", "IMK", "TMK", "MAK", "CVK", "KBPK", "PEK"};
    private static final int TRANSACTIONS = 30;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private SecretKeys() {}

    /** One key in each form. */
    static String lines() {
        CipherKey tmk = CipherKey.tdes(HEX.parseHex(TMK));
        byte[] rest = HEX.parseHex(IMK);
        byte[] component = HEX.parseHex(IMK_COMPONENT);
        for (int i = 0; i < rest.length; i++) {
            rest[i] ^= component[i];
        }
        return String.join(
                "\n",
                "BDK bdk-3des clear=" + BDK,
                "BDK_AES bdk-aes clear=" + BDK_AES.toLowerCase(),
                "IMK imk-ac 3des components=" + IMK_COMPONENT + "+" + HEX.formatHex(rest),
                "TMK kek 3des clear=" + TMK,
                "MAK mac 3des ecb=" + HEX.formatHex(tmk.encryptEcb(HEX.parseHex(MAK))) + " under=TMK",
                "CVK cvk 3des cbc=" + HEX.formatHex(tmk.encryptCbc(HEX.parseHex(CVK), new byte[8])) + " under=TMK",
                "KBPK kbpk 3des clear=" + KBPK,
                "PEK pin tr31=" + KEY_BLOCK + " under=KBPK");
    }

    /** What no output may hold. */
    static Secrets secrets() {
        Secrets secrets = new Secrets();
        secrets.addText("PAN", PAN);
        secrets.addText("PIN", PIN);
        List.of(BDK, BDK_AES, IMK, IMK_COMPONENT, TMK, MAK, CVK, PVK, KBPK).forEach(key -> secrets.addHex(key, key));
        Keys keys = KeyLines.read(lines(), KeyParity.ADJUSTED, Keys.NONE);
        for (String name : NAMES) {
            secrets.add(name, keys.get(name).key().bytes());
        }
        addDerived(secrets, "BDK", keys, INITIAL_KSN, WorkingKeyType.TDES_128);
        addDerived(secrets, "BDK_AES", keys, INITIAL_KSN.substring(0, 16), WorkingKeyType.AES_256);
        CipherKey card = CardKeyOption.A.derive(keys.get("IMK").key(), new ChipCard(PAN, "00"));
        secrets.add("key of the card", card.bytes());
        secrets.addHex("PIN block", clearBlock());
        return secrets;
    }

    private static void addDerived(Secrets secrets, String name, Keys keys, String id, WorkingKeyType type) {
        Dukpt dukpt = new Dukpt(keys.get(name).key());
        Ksn initial = dukpt.scheme().initial(id);
        for (int transaction = 1; transaction <= TRANSACTIONS; transaction++) {
            for (WorkingKeyUse use :
                    List.of(WorkingKeyUse.PIN, WorkingKeyUse.MAC_REQUEST, WorkingKeyUse.MAC_RESPONSE)) {
                secrets.add(name + " " + use + " " + transaction, dukpt.bytes(initial.at(transaction), use, type));
            }
        }
    }

    /** Of format 0: length and PIN, over which twelve digits of the PAN are laid. */
    private static String clearBlock() {
        long pin = Long.parseUnsignedLong("0C" + PIN + "FF", 16);
        return HEX.toHexDigits(pin ^ Long.parseLong(PAN.substring(3, 15), 16));
    }
}
