package io.github.isostress.support.signing;

import io.github.isostress.message.ElementRange;
import io.github.isostress.message.decode.DecodedMessage;
import io.github.isostress.message.decode.MessageDecoder;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.support.Bytes;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.jpos.iso.ISOMsg;

/**
 * A host that gives each connection a new MAC key with the answer to each 0800, in DE 48 under its KEK, and from then on
 * signs with it. It takes requests that are signed with this key or the one before, and declines others with 88. Its
 * MACs are Bouncy Castle's.
 */
public final class KeyChangingHost implements AutoCloseable {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int MAC_LENGTH = 8;

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final byte[] kek;
    private final byte[] firstKey;
    private final int earlier;
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger changes = new AtomicInteger();

    /** Begins to listen; a request may have the key before the present one. */
    public KeyChangingHost(byte[] kek, byte[] firstKey) throws IOException {
        this(kek, firstKey, 1);
    }

    /**
     * Begins to listen.
     *
     * @param earlier how many keys before the present one a request may have
     */
    public KeyChangingHost(byte[] kek, byte[] firstKey, int earlier) throws IOException {
        this.earlier = earlier;
        this.kek = kek.clone();
        this.firstKey = firstKey.clone();
        threads.submit(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** How many requests had a wrong MAC. */
    public int refused() {
        return refused.get();
    }

    /** How many keys were given out. */
    public int changes() {
        return changes.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                threads.submit(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private Void serve(Socket socket) throws Exception {
        byte[] current = firstKey;
        Deque<byte[]> before = new ArrayDeque<>();
        try (socket) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            while (true) {
                byte[] frame = new byte[in.readUnsignedShort()];
                in.readFully(frame);
                DecodedMessage request = new MessageDecoder(Packagers.builtIn("iso87ascii")).decode(frame);
                byte[] next = current;
                ISOMsg answer = new ISOMsg(request.mti().equals("0800") ? "0810" : "0210");
                answer.setPackager(Packagers.builtIn("iso87ascii"));
                answer.set(11, request.fields().getString(11));
                answer.set(39, "00");
                if (request.mti().equals("0800")) {
                    next = new byte[16];
                    new SecureRandom().nextBytes(next);
                    answer.set(48, HEX.formatHex(enciphered(next)));
                    changes.incrementAndGet();
                } else if (!isSigned(request, current) && before.stream().noneMatch(key -> isSigned(request, key))) {
                    refused.incrementAndGet();
                    answer.set(39, "88");
                }
                byte[] packed = signed(answer, current);
                out.write(Bytes.join(new byte[] {(byte) (packed.length >> 8), (byte) packed.length}, packed));
                if (next != current) {
                    before.addFirst(current);
                    if (before.size() > earlier) {
                        before.removeLast();
                    }
                    current = next;
                }
            }
        } catch (EOFException | SocketException e) {
            return null;
        }
    }

    private byte[] enciphered(byte[] key) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(kek, "AES"));
        return cipher.doFinal(key);
    }

    private static byte[] signed(ISOMsg answer, byte[] key) throws Exception {
        answer.set(64, new byte[MAC_LENGTH]);
        byte[] packed = answer.pack();
        byte[] covered = Arrays.copyOf(packed, packed.length - 2 * MAC_LENGTH);
        answer.set(64, mac(key, covered));
        return answer.pack();
    }

    private static boolean isSigned(DecodedMessage request, byte[] key) {
        ElementRange last = request.ranges().get(request.ranges().size() - 1);
        byte[] covered = Arrays.copyOf(request.bytes(), last.start());
        return request.fields().getString(64).equalsIgnoreCase(HEX.formatHex(mac(key, covered)));
    }

    private static byte[] mac(byte[] key, byte[] covered) {
        CMac mac = new CMac(AESEngine.newInstance());
        mac.init(new KeyParameter(key));
        mac.update(covered, 0, covered.length);
        byte[] whole = new byte[mac.getMacSize()];
        mac.doFinal(whole, 0);
        return Arrays.copyOf(whole, MAC_LENGTH);
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
