package io.github.isostress.message.packager;

import io.github.isostress.message.PackagerTraits;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jpos.iso.ISOBasePackager;
import org.jpos.iso.ISOFieldPackager;

/** Reads a packager's traits by reflection, since jPOS has no other way. Stateless and thread-safe. */
final class PackagerReflection {
    private PackagerReflection() {}

    /**
     * The traits of a packager whose fields are set.
     *
     * @throws MistakeException if its own methods fail
     */
    static PackagerTraits traits(ISOBasePackager packager) throws MistakeException {
        ISOFieldPackager[] fields = fields(packager);
        if (fields == null || fields.length == 0) {
            throw new MistakeException("it defines no elements");
        }
        boolean writesBitmap = (boolean) told(packager, "emitBitMap");
        return new PackagerTraits(
                fields,
                writesBitmap,
                writesBitmap ? (ISOFieldPackager) told(packager, "getBitMapfieldPackager") : null,
                (int) told(packager, "getFirstField"),
                (int) told(packager, "getMaxValidField"));
    }

    private static ISOFieldPackager[] fields(ISOBasePackager packager) {
        try {
            Field fields = ISOBasePackager.class.getDeclaredField("fld");
            fields.setAccessible(true);
            return (ISOFieldPackager[]) fields.get(packager);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this jPOS is another than the one that is needed", e);
        }
    }

    private static Object told(ISOBasePackager packager, String method) throws MistakeException {
        try {
            Method asked = declared(packager.getClass(), method);
            asked.setAccessible(true);
            return asked.invoke(packager);
        } catch (InvocationTargetException e) {
            throw new MistakeException(
                    e.getCause() instanceof IndexOutOfBoundsException
                            ? "its bitmapField is the number of no element"
                            : "it fails when it is asked for its bitmap: " + e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this jPOS is another than the one that is needed", e);
        }
    }

    /** The method as the class has it, which jPOS would call. */
    static Method declared(Class<?> type, String method, Class<?>... arguments) throws NoSuchMethodException {
        for (Class<?> owner = type; owner != null; owner = owner.getSuperclass()) {
            try {
                return owner.getDeclaredMethod(method, arguments);
            } catch (NoSuchMethodException e) {
                // A class further up declares it.
            }
        }
        throw new NoSuchMethodException(method);
    }
}
