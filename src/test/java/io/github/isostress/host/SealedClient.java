package io.github.isostress.host;

import io.github.isostress.crypto.CipherKey;
import io.github.isostress.crypto.key.KeyUse;
import io.github.isostress.crypto.key.Keys;
import io.github.isostress.crypto.key.NamedKey;
import io.github.isostress.host.rule.HostRules;
import io.github.isostress.host.seal.HostSeals;
import io.github.isostress.support.TestHosts;
import io.github.isostress.support.TestMessages;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.jpos.iso.ISOMsg;

/** A client that makes and checks MACs (AES-CMAC, DE 64) by Bouncy Castle alone, and hosts for it. */
final class SealedClient implements AutoCloseable {
    static final String MAK = "2B7E151628AED2A6ABF7158809CF4F3C";
    static final String TMK = "88E1AB2A2E3DD38C1FA039A536500CC8A87AB9D62DC92C01058FA79F44657DE6";
    static final String VERIFY_MAC = "verify 64:= mac key=MAK algorithm=aes-cmac";
    static final String SIGN_MAC = "sign 64:= mac key=MAK algorithm=aes-cmac";
    static final String BOTH = VERIFY_MAC + "\n" + SIGN_MAC;
    private static final int MAC = 64;
    private static final int MAC_LENGTH = 8;

    private final RawClient client;

    SealedClient(EmbeddedHost host) throws IOException {
        this.client = new RawClient(host);
    }

    static Keys keys() {
        return Keys.NONE
                .with(new NamedKey("MAK", KeyUse.MAC, CipherKey.aes(hex(MAK))))
                .with(new NamedKey("TMK", KeyUse.KEK, CipherKey.aes(hex(TMK))));
    }

    static HostSettings settings(String seals, String rules) {
        return settings(RawClient.PACKAGER, seals, rules, keys());
    }

    static HostSettings settings(String packager, String seals, String rules, Keys keys) {
        HostSettings plain = TestHosts.settings("binary2", packager);
        return plain.with(HostSeals.parse(seals, plain.packager(), keys))
                .with(HostRules.parse(rules, plain.packager()));
    }

    static EmbeddedHost host(String seals, String rules) {
        return EmbeddedHost.start(settings(seals, rules));
    }

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    /** The message with its MAC. */
    static ISOMsg sealed(ISOMsg message, String key) {
        message.set(MAC, new byte[MAC_LENGTH]);
        message.set(MAC, mac(TestMessages.pack(message), key));
        return message;
    }

    /** Over all bytes before DE 64, which is in hex digits on the wire. */
    private static byte[] mac(byte[] packed, String key) {
        CMac mac = new CMac(AESEngine.newInstance());
        mac.init(new KeyParameter(hex(key)));
        mac.update(packed, 0, packed.length - 2 * MAC_LENGTH);
        byte[] whole = new byte[mac.getMacSize()];
        mac.doFinal(whole, 0);
        return Arrays.copyOf(whole, MAC_LENGTH);
    }

    /** Whether the answer ends with its MAC. */
    static boolean isSealed(ISOMsg answer, String key) {
        return answer.hasField(MAC) && Arrays.equals(answer.getBytes(MAC), mac(TestMessages.pack(answer), key));
    }

    ISOMsg ask(ISOMsg request) throws IOException {
        client.send(RawClient.frame(request));
        return client.readMessage();
    }

    RawClient raw() {
        return client;
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
