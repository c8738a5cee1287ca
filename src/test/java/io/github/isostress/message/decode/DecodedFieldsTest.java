package io.github.isostress.message.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.packager.Packagers;
import io.github.isostress.message.support.EagerReading;
import io.github.isostress.message.support.FlatMessage;
import io.github.isostress.message.support.Messages;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInput;
import java.io.ObjectInputStream;
import java.io.ObjectOutput;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOField;
import org.jpos.iso.ISOHeader;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.ISOPackager;
import org.jpos.iso.ISOSource;
import org.jpos.iso.header.BaseHeader;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scripts get a message of jPOS's that is read when they look into it: nothing must tell it from one that was read. */
class DecodedFieldsTest {
    private static final IsoPackager PACKAGER = Packagers.builtIn("iso87binary");
    private static final byte[] BYTES = Messages.bytes("0210 0020000002800000 000042 3030 5445524D30303031");

    /** Something of each type to call a method with. */
    private static final Map<Class<?>, Function<Maker, Object>> ARGUMENTS = Map.ofEntries(
            Map.entry(int.class, make -> 41),
            Map.entry(int[].class, make -> new int[] {11, 41}),
            Map.entry(boolean.class, make -> true),
            Map.entry(String.class, make -> "39"),
            Map.entry(String[].class, make -> new String[] {"11", "39"}),
            Map.entry(byte[].class, make -> BYTES),
            Map.entry(Object.class, make -> "39"),
            Map.entry(ISOComponent.class, make -> new ISOField(12, "093015")),
            Map.entry(ISOMsg.class, make -> make.message()),
            Map.entry(ISOPackager.class, make -> PACKAGER),
            Map.entry(ISOHeader.class, make -> new BaseHeader()),
            Map.entry(ISOSource.class, make -> null),
            Map.entry(InputStream.class, make -> new ByteArrayInputStream(BYTES)),
            Map.entry(ObjectInput.class, make -> objectInput()),
            Map.entry(OutputStream.class, make -> new ByteArrayOutputStream()),
            Map.entry(ObjectOutput.class, make -> objectOutput()),
            Map.entry(PrintStream.class, make -> new PrintStream(new ByteArrayOutputStream())));

    private interface Maker {
        ISOMsg message();
    }

    private static ISOMsg lazy() {
        try {
            return Messages.decode(PACKAGER, BYTES).fields();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static ISOMsg eager() {
        ISOMsg message = EagerReading.of(PACKAGER, BYTES).message();
        message.setPackager(PACKAGER);
        return message;
    }

    private static ObjectInput objectInput() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeByte(0);
                out.writeShort(5);
                out.writeByte('E');
            }
            return new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectOutput objectOutput() {
        try {
            return new ObjectOutputStream(new ByteArrayOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Named<Method>> methods() {
        return Arrays.stream(ISOMsg.class.getMethods())
                .filter(method -> method.getDeclaringClass() != Object.class)
                .filter(method -> !method.getName().equals("toString"))
                .map(method -> Named.of(method.toGenericString(), method));
    }

    /** The message at once, and then a clone of it: what a method leaves behind counts as well. */
    @ParameterizedTest
    @MethodSource("methods")
    void shouldDoWhatAReadMessageDoesWhenAMethodIsCalledFirst(Method method) throws Exception {
        ISOMsg lazy = lazy();
        ISOMsg eager = eager();

        Object result = result(method, lazy, DecodedFieldsTest::lazy);

        assertThat(result).isEqualTo(result(method, eager, DecodedFieldsTest::eager));
        assertThat(state(lazy)).isEqualTo(state(eager));
    }

    private static Object result(Method method, ISOMsg message, Maker maker) throws Exception {
        Object[] arguments = Arrays.stream(method.getParameterTypes())
                .map(type -> ARGUMENTS.get(type).apply(maker))
                .toArray();
        try {
            Object result = method.invoke(message, arguments);
            Object written = Arrays.stream(arguments)
                    .filter(ByteArrayOutputStream.class::isInstance)
                    .map(String::valueOf)
                    .toList();
            return comparable(result) + " " + written;
        } catch (InvocationTargetException e) {
            return e.getCause().getClass();
        }
    }

    private static String comparable(Object result) throws Exception {
        if (result instanceof ISOMsg message) {
            return state(message);
        }
        if (result instanceof ISOField field) {
            return field.getKey() + "=" + field.getValue();
        }
        if (result instanceof Map<?, ?> children) {
            return children.keySet().toString();
        }
        return result instanceof byte[] bytes ? Messages.hex(bytes) : String.valueOf(result);
    }

    private static String state(ISOMsg message) throws Exception {
        Map<String, String> values = new TreeMap<>(FlatMessage.of(message));
        ByteArrayOutputStream dump = new ByteArrayOutputStream();
        message.dump(new PrintStream(dump), "");
        return message.getMaxField() + " " + values + " " + dump.toString(StandardCharsets.UTF_8);
    }

    @Test
    void shouldGiveItsFieldsToAnotherWhenTheyAreMerged() {
        ISOMsg other = new ISOMsg();

        other.merge(lazy());

        assertThat(other.getString(39)).isEqualTo("00");
        assertThat(other.getString(41)).isEqualTo("TERM0001");
    }

    @Test
    void shouldBeTheSameWhenAskedForAgain() throws Exception {
        DecodedMessage message = Messages.decode(PACKAGER, BYTES);

        assertThat(message.fields()).isSameAs(message.fields());
        assertThat(message.fields().getComponent(11)).isSameAs(message.fields().getComponent(11));
        assertThat(message.fields()).hasToString("ISO 8583 message, jPOS ISOMsg with 5 fields");
    }
}
