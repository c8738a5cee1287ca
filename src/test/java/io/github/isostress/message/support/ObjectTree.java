package io.github.isostress.message.support;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/**
 * Random BER-TLV data objects, written without the product's code: each tag once, templates in templates, lengths in
 * any form, 00 and FF between them, and data sets around them.
 */
public final class ObjectTree {
    private static final int MOST_FILLING = 3;
    private static final int DEEPEST = 3;

    private final Random random;
    private final List<Node> outermost = new ArrayList<>();
    private final List<Node> leaves = new ArrayList<>();
    private final byte[] trailing;
    private int templates;
    private int sets;

    /** A data set, a template or a plain object. */
    public final class Node {
        private final Node around;
        private final String tag;
        private final boolean isSet;
        private final List<Node> inner = new ArrayList<>();
        private final byte[] before;
        private final byte[] behind;
        private byte[] value = {};
        private int lengthBytes;

        private Node(Node around, String tag, boolean isSet) {
            this.around = around;
            this.tag = tag;
            this.isSet = isSet;
            this.before = isSet ? new byte[0] : filling();
            this.behind = filling();
            this.lengthBytes = random.nextInt(4);
        }

        /** Its tag behind those around it. */
        public String path() {
            return around == null ? tag : around.path() + "." + tag;
        }

        public String pathWithoutDataSet() {
            return sets == 0 ? path() : path().substring(3);
        }

        public byte[] value() {
            return value;
        }

        public void set(byte[] replaced) {
            value = replaced;
        }

        private byte[] content() {
            if (inner.isEmpty()) {
                return value;
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            inner.forEach(node -> out.writeBytes(node.bytes()));
            out.writeBytes(behind);
            return out.toByteArray();
        }

        private byte[] bytes() {
            byte[] content = content();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.writeBytes(before);
            out.writeBytes(HexFormat.of().parseHex(tag));
            out.writeBytes(length(content.length));
            out.writeBytes(content);
            return out.toByteArray();
        }

        /** In the form that was drawn; where that has no room, in the shortest from now on. */
        private byte[] length(int length) {
            if (isSet) {
                return new byte[] {(byte) (length >> 8), (byte) length};
            }
            int least = length < 0x80 ? 0 : length < 0x100 ? 1 : 2;
            lengthBytes = Math.max(least, lengthBytes);
            byte[] field = new byte[1 + lengthBytes];
            field[0] = (byte) (lengthBytes == 0 ? length : 0x80 | lengthBytes);
            for (int i = 0; i < lengthBytes; i++) {
                field[1 + i] = (byte) (length >> 8 * (lengthBytes - 1 - i));
            }
            return field;
        }
    }

    /**
     * Draws objects.
     *
     * @param dataSets how many data sets there are; 0 for objects alone
     */
    public ObjectTree(long seed, int dataSets) {
        random = new Random(seed);
        sets = dataSets;
        for (int i = 0; i < dataSets; i++) {
            Node set = new Node(null, "%02X".formatted(i + 1), true);
            outermost.add(set);
            fill(set.inner, set, 0);
        }
        if (dataSets == 0) {
            fill(outermost, null, 0);
        }
        trailing = dataSets == 0 ? filling() : new byte[0];
    }

    private void fill(List<Node> level, Node around, int depth) {
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            if (depth < DEEPEST && random.nextInt(4) == 0) {
                Node template = new Node(around, "BF%02X".formatted(0x10 + templates++), false);
                level.add(template);
                fill(template.inner, template, depth + 1);
            } else {
                Node leaf = new Node(around, leafTag(leaves.size()), false);
                leaf.set(value());
                level.add(leaf);
                leaves.add(leaf);
            }
        }
    }

    /** Each once, of one, two and three bytes, none that is masked. */
    private static String leafTag(int number) {
        return switch (number < 60 ? number % 3 : 1 + number % 2) {
            case 0 -> "%02X".formatted(0xC1 + number / 3);
            case 1 -> "DF%02X".formatted(1 + number / 2);
            default -> "DF81%02X".formatted(0x30 + number / 2);
        };
    }

    private byte[] filling() {
        byte[] filling = new byte[random.nextBoolean() ? 0 : random.nextInt(MOST_FILLING + 1)];
        for (int i = 0; i < filling.length; i++) {
            filling[i] = (byte) (random.nextBoolean() ? 0 : 0xFF);
        }
        return filling;
    }

    /** Of up to 140 bytes, so that lengths change their form. */
    public byte[] value() {
        byte[] value = new byte[1 + random.nextInt(random.nextInt(8) == 0 ? 140 : 8)];
        random.nextBytes(value);
        return value;
    }

    public Node anyLeaf() {
        return leaves.get(random.nextInt(leaves.size()));
    }

    public List<Node> leaves() {
        return leaves;
    }

    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        outermost.forEach(node -> out.writeBytes(node.bytes()));
        out.writeBytes(trailing);
        return out.toByteArray();
    }
}
