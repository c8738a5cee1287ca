package io.github.isostress.message.packager;

import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.PackagerTraits;
import java.lang.reflect.Modifier;
import org.jpos.iso.ISOBasePackager;
import org.jpos.iso.ISOComponent;

/** Makes a packager of what defines it: an XML file, a resource of the class path, or a class of jPOS. Stateless. */
public final class PackagerDefinition {
    private PackagerDefinition() {}

    /**
     * A packager by its XML.
     *
     * @param name what the packager is called
     * @throws PackagerRefusal with all that is wrong
     */
    public static IsoPackager read(String name, PackagerSource source) {
        Mistakes mistakes = new Mistakes("packager file " + source.name());
        DefinitionTag root = DefinitionParser.parse(source, mistakes);
        ISOBasePackager built = new PackagerBuilder(mistakes).build(root);
        mistakes.refuseIfAny();
        return packager(name, built, mistakes);
    }

    /**
     * A packager that is a class of its own, such as {@code org.jpos.iso.packager.PostPackager}.
     *
     * @param name the class's full name
     * @throws PackagerRefusal if there is no such class, or it is no packager of whole messages
     */
    static IsoPackager ofClass(String name) {
        Mistakes mistakes = new Mistakes("packager '" + name + "'");
        try {
            ISOBasePackager packager = CodecClasses.make(name, ISOBasePackager.class, "packager of elements", null);
            if (!Modifier.isPublic(packager.getClass().getModifiers()) || packsItsOwnWay(packager.getClass())) {
                throw new MistakeException("class " + name + " packs the parts of an element, not a message");
            }
            return packager(name, packager, mistakes);
        } catch (MistakeException e) {
            throw mistakes.refusal("", e.getMessage());
        }
    }

    private static IsoPackager packager(String name, ISOBasePackager built, Mistakes mistakes) {
        try {
            PackagerTraits traits = PackagerReflection.traits(built);
            if (traits.isEmpty()) {
                throw new MistakeException("it defines no elements");
            }
            return new IsoPackager(name, built, traits);
        } catch (MistakeException e) {
            throw mistakes.refusal("", e.getMessage());
        }
    }

    /** Elements are packed and read one by one here, so a class that does it another way would not be understood. */
    private static boolean packsItsOwnWay(Class<?> type) {
        try {
            return PackagerReflection.declared(type, "pack", ISOComponent.class).getDeclaringClass()
                            != ISOBasePackager.class
                    || PackagerReflection.declared(type, "unpack", ISOComponent.class, byte[].class)
                                    .getDeclaringClass()
                            != ISOBasePackager.class;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("this jPOS is another than the one that is needed", e);
        }
    }
}
