package io.github.isostress.message.packager;

import io.github.isostress.message.PackagerTraits;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.lang3.StringUtils;
import org.jpos.iso.ISOBasePackager;
import org.jpos.iso.ISOBitMapPackager;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOFieldPackager;
import org.jpos.iso.ISOMsgFieldPackager;
import org.jpos.iso.TaggedFieldPackager;
import org.jpos.iso.packager.GenericPackager;
import org.jpos.iso.packager.GenericPackagerParams;
import org.jpos.iso.packager.GenericSubFieldPackager;
import org.jpos.iso.packager.TagMapper;

/**
 * Makes jPOS's packagers of a definition's tree, as jPOS's own reader does, and notes each mistake with its place. For
 * one reading by one thread.
 */
final class PackagerBuilder {
    private static final String FIELD = "isofield";
    private static final String PARTS = "isofieldpackager";
    /** What a validating packager's file has besides; messages are not validated by it. */
    private static final List<String> PASSED_OVER = List.of("isofieldvalidator", "isovalidator", "property");

    /** ISO 8583:2003, 4.2: what three bitmaps can announce. */
    private static final int HIGHEST_ELEMENT = 192;

    /** All numbers together for which there is a place. */
    private static final int MOST_PLACES = 1_000_000;

    /** jPOS looks at the second place of each list, too. */
    private static final int FEWEST_PLACES = 2;

    private static final int LONGEST_NAME = 200;

    private final Mistakes mistakes;
    private int places;

    PackagerBuilder(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    /** The packager; what is wrong has been noted if it is not usable. */
    ISOBasePackager build(DefinitionTag root) {
        try {
            GenericPackager packager = new GenericPackager();
            if (AttributeRules.hold(root, mistakes)) {
                packager.setGenericPackagerParams(root.attributes());
            }
            packager.setFieldPackager(fields(root, !"false".equals(root.attribute("emitBitmap"))));
            mistakes.refuseIfAny();
            bitmapOf(packager);
            return packager;
        } catch (MistakeException | ISOException | IllegalArgumentException e) {
            if (e instanceof PackagerRefusal refusal) {
                throw refusal;
            }
            throw mistakes.refusal(root.place(), e.getMessage());
        }
    }

    private ISOFieldPackager[] fields(DefinitionTag around, boolean announced) {
        Map<Integer, DefinitionTag> defined = new HashMap<>();
        Map<Integer, ISOFieldPackager> made = new HashMap<>();
        int highest = FEWEST_PLACES - 1;
        for (DefinitionTag tag : around.children()) {
            if (PASSED_OVER.contains(tag.name()) || !isElement(tag, around) || !AttributeRules.hold(tag, mistakes)) {
                continue;
            }
            int id = Integer.parseInt(tag.attribute("id"));
            DefinitionTag before = defined.putIfAbsent(id, tag);
            if (before != null && !isSlipOfCmf(before, tag)) {
                mistakes.add(tag, "its id stands twice: first at " + before.place());
            } else if (announced && around.name().equals("isopackager") && id > HIGHEST_ELEMENT) {
                mistakes.add(tag, "its id is above " + HIGHEST_ELEMENT + ", the highest that a bitmap announces");
            } else {
                highest = Math.max(highest, id);
                make(tag, id, made);
            }
        }
        return array(around, highest, made);
    }

    /**
     * jPOS's cmf.xml gives elements 91 and 96 the number 96, and many packagers begin as copies of it. As in jPOS, the
     * second counts.
     */
    private static boolean isSlipOfCmf(DefinitionTag before, DefinitionTag tag) {
        return "96".equals(tag.attribute("id"))
                && "Reserved for ISO use".equals(before.attribute("name"))
                && "Key management data".equals(tag.attribute("name"));
    }

    private boolean isElement(DefinitionTag tag, DefinitionTag around) {
        if (!tag.name().equals(FIELD) && !tag.name().equals(PARTS)) {
            mistakes.add(
                    tag,
                    "there is no such XML element in a packager"
                            + NearNames.didYouMean(tag.name(), List.of(FIELD, PARTS)));
            return false;
        }
        return true;
    }

    private ISOFieldPackager[] array(DefinitionTag around, int highest, Map<Integer, ISOFieldPackager> made) {
        places += highest + 1;
        if (places > MOST_PLACES) {
            throw mistakes.refusal(around.place(), "its numbers go higher than a packager can need");
        }
        ISOFieldPackager[] fields = new ISOFieldPackager[highest + 1];
        made.forEach((id, field) -> fields[id] = field);
        return fields;
    }

    private void make(DefinitionTag tag, int id, Map<Integer, ISOFieldPackager> made) {
        try {
            made.put(id, tag.name().equals(FIELD) ? field(tag) : parts(tag));
        } catch (PackagerRefusal e) {
            throw e;
        } catch (MistakeException | RuntimeException e) {
            mistakes.add(
                    tag, StringUtils.defaultIfBlank(e.getMessage(), e.getClass().getSimpleName()));
        }
    }

    private ISOFieldPackager field(DefinitionTag tag) throws MistakeException {
        tag.children().stream()
                .filter(child -> !PASSED_OVER.contains(child.name()))
                .forEach(child -> mistakes.add(
                        child, "it stands inside <isofield>; parts of an element stand inside <isofieldpackager>"));
        ISOFieldPackager field = fieldPackager(tag, tag.attribute("params"));
        field.setTrim(Boolean.parseBoolean(tag.attribute("trim")));
        return field;
    }

    private static ISOFieldPackager fieldPackager(DefinitionTag tag, String params) throws MistakeException {
        ISOFieldPackager field =
                CodecClasses.make(tag.attribute("class"), ISOFieldPackager.class, "field packager", params);
        field.setDescription(StringUtils.abbreviate(tag.attribute("name"), LONGEST_NAME));
        field.setLength(Integer.parseInt(tag.attribute("length")));
        field.setPad(Boolean.parseBoolean(tag.attribute("pad")));
        if (field instanceof TaggedFieldPackager tagged) {
            tagged.setToken(tag.attribute("token"));
        }
        return field;
    }

    private ISOFieldPackager parts(DefinitionTag tag) throws MistakeException {
        ISOFieldPackager field = fieldPackager(tag, null);
        ISOBasePackager packager = packager(tag);
        if (tag.attribute("tagMapper") != null) {
            CodecClasses.make(tag.attribute("tagMapper"), TagMapper.class, "tag mapper", null);
        }
        if (field instanceof GenericPackagerParams configured) {
            configured.setGenericPackagerParams(tag.attributes());
        }
        if (packager instanceof GenericPackagerParams configured) {
            configured.setGenericPackagerParams(tag.attributes());
        }
        packager.setFieldPackager(fields(tag, false));
        bitmapOf(packager);
        return new ISOMsgFieldPackager(field, packager);
    }

    /** Some of jPOS's packagers would read or fetch a whole file and then drop it. */
    private static ISOBasePackager packager(DefinitionTag tag) throws MistakeException {
        ISOBasePackager packager;
        String params = tag.attribute("params");
        packager = CodecClasses.make(
                tag.attribute("packager"), ISOBasePackager.class, "packager of parts", isOfJpos(tag) ? null : params);
        if (params != null && packager instanceof GenericPackager) {
            throw new MistakeException("packager " + packager.getClass().getName()
                    + " takes no params: the parts stand inside <isofieldpackager>");
        }
        return packager;
    }

    private static boolean isOfJpos(DefinitionTag tag) {
        return tag.attribute("packager").strip().startsWith("org.jpos.");
    }

    /** What jPOS finds out only when the first message is packed. */
    private static void bitmapOf(ISOBasePackager packager) throws MistakeException {
        if (packager instanceof GenericPackager && asksForABitmap(packager)) {
            PackagerTraits traits = PackagerReflection.traits(packager);
            if (traits.writesBitmap() && !(traits.bitmap() instanceof ISOBitMapPackager)) {
                throw new MistakeException("it defines no bitmap"
                        + "; give it one of a class such as org.jpos.iso.IFB_BITMAP, or write emitBitmap=\"false\"");
            }
        }
    }

    private static boolean asksForABitmap(ISOBasePackager packager) {
        try {
            Class<?> packs = PackagerReflection.declared(packager.getClass(), "pack", org.jpos.iso.ISOComponent.class)
                    .getDeclaringClass();
            return packs == ISOBasePackager.class || packs == GenericSubFieldPackager.class;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("this jPOS is another than the one that is needed", e);
        }
    }
}
