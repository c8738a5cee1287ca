package io.github.isostress.draft;

import io.github.isostress.message.ElementPath;
import io.github.isostress.message.ElementRange;
import io.github.isostress.message.decode.DecodedMessage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jpos.iso.ISOBitMap;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.ISOMsgFieldPackager;
import org.jpos.tlv.ISOTaggedField;

/** The ways to write an element as rows: by tags, by parts, or whole. Stateless. */
final class ElementForms {
    private static final int IC_CARD_DATA = 55;

    /** A sub-element's number or tag in a template. */
    private static final Pattern STEP = Pattern.compile("[0-9A-Za-z]{1,8}");

    private ElementForms() {}

    /** All ways, the most detailed first. */
    static List<List<ElementRow>> of(DecodedMessage message, ElementRange range) {
        int element = range.element();
        ISOComponent component = message.fields().getComponent(element);
        List<List<ElementRow>> forms = new ArrayList<>();
        byTags(message, element, component).ifPresent(forms::add);
        byParts(element, component).ifPresent(forms::add);
        whole(message, element, component).ifPresent(forms::add);
        return forms;
    }

    /** The most detailed way without tags; empty if there is none. */
    static List<ElementRow> withoutTags(DecodedMessage message, ElementRange range) {
        ISOComponent component = message.fields().getComponent(range.element());
        return byParts(range.element(), component)
                .or(() -> whole(message, range.element(), component))
                .orElse(List.of());
    }

    /** The elements with values, with the MTI and without bitmaps. */
    static List<ElementRange> elements(DecodedMessage message) {
        return message.ranges().stream()
                .filter(range ->
                        range.element() != 1 && !(message.fields().getComponent(range.element()) instanceof ISOBitMap))
                .toList();
    }

    private static Optional<List<ElementRow>> byTags(DecodedMessage message, int element, ISOComponent component) {
        if (!mayBeWrittenByTags(message, element, component)) {
            return Optional.empty();
        }
        List<ElementPath> tags = message.tags(element);
        List<ElementRow> rows = new ArrayList<>();
        for (ElementPath tag : tags) {
            rows.add(new ElementRow(tag, message.value(tag).orElse(""), true));
        }
        boolean tellAll = new HashSet<>(tags).size() == tags.size()
                && rows.stream().noneMatch(row -> row.value().isEmpty());
        return rows.isEmpty() || !tellAll ? Optional.empty() : Optional.of(rows);
    }

    /** A text is written by tags only if a template's line cannot hold it, though it may look like data objects. */
    private static boolean mayBeWrittenByTags(DecodedMessage message, int element, ISOComponent component) {
        boolean byDefinition = message.packager().holdsDataObjects(element);
        try {
            boolean isText =
                    component.getValue() instanceof String text && text.chars().noneMatch(Character::isISOControl);
            boolean mayHold = byDefinition || element == IC_CARD_DATA && !isText;
            return mayHold || !isText && hasDataSets(message, element);
        } catch (ISOException e) {
            return false;
        }
    }

    private static boolean hasDataSets(DecodedMessage message, int element) {
        return message.tags(element).stream().anyMatch(tag -> tag.parts().size() > 1);
    }

    private static Optional<List<ElementRow>> byParts(int element, ISOComponent component) {
        List<ElementRow> rows = new ArrayList<>();
        try {
            return component instanceof ISOMsg composite && addParts(rows, element, List.of(), composite)
                    ? Optional.of(rows)
                    : Optional.empty();
        } catch (ISOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Adds a row for each part; false if one has no value, so that the parts do not make the whole. */
    private static boolean addParts(List<ElementRow> rows, int element, List<String> above, ISOMsg composite)
            throws ISOException {
        int before = rows.size();
        Map<?, ?> children = composite.getChildren();
        for (Map.Entry<?, ?> child : children.entrySet()) {
            if ((Integer) child.getKey() < 0 || child.getValue() instanceof ISOBitMap) {
                continue;
            }
            List<String> parts = new ArrayList<>(above);
            parts.add(
                    child.getValue() instanceof ISOTaggedField tagged
                            ? tagged.getTag()
                            : String.valueOf(child.getKey()));
            if (!STEP.matcher(parts.get(above.size())).matches()) {
                return false;
            }
            if (child.getValue() instanceof ISOMsg inner) {
                if (!addParts(rows, element, parts, inner)) {
                    return false;
                }
            } else {
                rows.add(row(new ElementPath(element, parts), (ISOComponent) child.getValue()));
            }
        }
        return rows.size() > before;
    }

    private static Optional<List<ElementRow>> whole(DecodedMessage message, int element, ISOComponent component) {
        ElementPath path = new ElementPath(element, List.of());
        try {
            ISOComponent single = component instanceof ISOMsg parts ? joined(message, element, parts) : component;
            return Optional.of(List.of(row(path, single)));
        } catch (ISOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** An element of parts as its packager would read it whole. */
    private static ISOComponent joined(DecodedMessage message, int element, ISOMsg parts) throws ISOException {
        ISOMsgFieldPackager packager = (ISOMsgFieldPackager) message.packager().getFieldPackager(element);
        ISOComponent joined = packager.getISOFieldPackager().createComponent(element);
        packager.getISOFieldPackager().unpack(joined, packager.pack(parts), 0);
        return joined;
    }

    private static ElementRow row(ElementPath path, ISOComponent component) throws ISOException {
        return component.getValue() instanceof byte[] bytes
                ? new ElementRow(path, hex(bytes), true)
                : new ElementRow(path, String.valueOf(component.getValue()), false);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }
}
