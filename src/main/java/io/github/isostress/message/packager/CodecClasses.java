package io.github.isostress.message.packager;

import io.github.isostress.message.IsoPackager;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.List;

/**
 * Makes instances of the classes that a packager's definition names. A class is inspected before its code runs: it is
 * initialised only if it is of the wanted kind, and found only on the class path. Stateless and thread-safe.
 */
final class CodecClasses {
    private static final String JPOS = "org.jpos.";

    private CodecClasses() {}

    /**
     * A new instance.
     *
     * @param name the class's full name
     * @param kind what it has to be
     * @param kindInWords the same for a user
     * @param params what its constructor gets; null for the constructor without arguments
     * @throws MistakeException with the rule that the class breaks
     */
    static <T> T make(String name, Class<T> kind, String kindInWords, String params) throws MistakeException {
        Class<? extends T> type = find(name.strip(), kind, kindInWords);
        Constructor<? extends T> constructor =
                constructor(type, params == null ? new Class<?>[0] : new Class<?>[] {String.class});
        try {
            return params == null ? constructor.newInstance() : constructor.newInstance(params);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            if (cause instanceof VirtualMachineError error) {
                throw error;
            }
            throw new MistakeException("class " + name + " cannot be made: " + reason(cause));
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new MistakeException("class " + name + " cannot be made: " + reason(e));
        }
    }

    private static <T> Class<? extends T> find(String name, Class<T> kind, String kindInWords) throws MistakeException {
        Class<?> type;
        try {
            type = Class.forName(name, false, IsoPackager.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new MistakeException(missing(name));
        } catch (LinkageError e) {
            throw new MistakeException("class " + name + " cannot be loaded: " + reason(e));
        }
        if (!kind.isAssignableFrom(type)) {
            throw new MistakeException("class " + name + " is no " + kindInWords + " (" + kind.getName() + ")");
        }
        if (Modifier.isAbstract(type.getModifiers())) {
            throw new MistakeException("class " + name + " is abstract: name one that extends it");
        }
        return type.asSubclass(kind);
    }

    private static <T> Constructor<? extends T> constructor(Class<? extends T> type, Class<?>... arguments)
            throws MistakeException {
        try {
            Constructor<? extends T> constructor = type.getDeclaredConstructor(arguments);
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException | LinkageError e) {
            throw new MistakeException("class " + type.getName()
                    + (arguments.length == 0 ? " has no constructor without arguments" : " takes no params"));
        }
    }

    private static String missing(String name) {
        if (!name.startsWith(JPOS) && name.contains(".")) {
            return "there is no class " + DefinitionTag.shown(name)
                    + "; if it is your own, put its jar beside those of this plugin";
        }
        if (name.isEmpty()) {
            return "it names no class";
        }
        List<String> instead = JposClasses.meantBy(name);
        return (name.startsWith(JPOS) ? "jPOS has no class " : "there is no class ")
                + DefinitionTag.shown(name)
                + (instead.isEmpty() ? "" : "; " + String.join(", ", instead));
    }

    private static String reason(Throwable thrown) {
        return thrown.getMessage() == null
                ? thrown.getClass().getSimpleName()
                : DefinitionTag.shown(thrown.getMessage());
    }
}
