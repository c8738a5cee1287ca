package io.github.isostress.message.decode;

import io.github.isostress.message.ElementIndex;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * The fields of a jPOS message, read from its bytes as soon as one of them is asked for. jPOS knows such a map only as
 * a {@link TreeMap}. Being read is safe for many threads; being changed is not, as with jPOS's own.
 */
final class LazyFields extends TreeMap<Integer, Object> {
    private static final long serialVersionUID = 1L;

    /** Null when they have been read. */
    private transient volatile ElementIndex unread;

    LazyFields(ElementIndex elements) {
        this.unread = elements;
    }

    private void read() {
        if (unread != null) {
            readOnce();
        }
    }

    private synchronized void readOnce() {
        if (unread != null) {
            TreeMap<Integer, Object> fields = new TreeMap<>();
            unread.putInto(fields);
            super.putAll(fields);
            unread = null;
        }
    }

    @Override
    public Object get(Object key) {
        read();
        return super.get(key);
    }

    @Override
    public boolean containsKey(Object key) {
        read();
        return super.containsKey(key);
    }

    @Override
    public Object put(Integer key, Object component) {
        read();
        return super.put(key, component);
    }

    @Override
    public Object remove(Object key) {
        read();
        return super.remove(key);
    }

    @Override
    public int size() {
        read();
        return super.size();
    }

    @Override
    public Set<Integer> keySet() {
        read();
        return super.keySet();
    }

    @Override
    public Collection<Object> values() {
        read();
        return super.values();
    }

    @Override
    public Set<Map.Entry<Integer, Object>> entrySet() {
        read();
        return super.entrySet();
    }

    @Override
    public void forEach(BiConsumer<? super Integer, ? super Object> action) {
        read();
        super.forEach(action);
    }

    /** A plain map with the same components. */
    @Override
    public Object clone() {
        read();
        return new TreeMap<>(this);
    }
}
