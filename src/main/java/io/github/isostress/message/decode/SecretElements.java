package io.github.isostress.message.decode;

import io.github.isostress.message.masking.Masking;
import io.github.isostress.message.tlv.DataObject;
import io.github.isostress.message.tlv.DataObjectEditor;
import io.github.isostress.message.tlv.DataObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.ISOUtil;

/**
 * What a host does not give back of a request: PIN block, tracks and whatever else may not be shown at all, such data
 * objects and the PAN in DE 55, and the MAC, which differs from message to message. Stateless and thread-safe.
 */
final class SecretElements {
    private static final Set<Integer> MACS = Set.of(64, 128, 192);

    private SecretElements() {}

    /**
     * Takes them out of an answer.
     *
     * @param answer has the request's elements
     * @param returned tells the elements that the answer has all the same
     */
    static void removeFrom(ISOMsg answer, DecodedMessage request, Predicate<Integer> returned) throws ISOException {
        for (int element : request.elements()) {
            if (returned.test(element)) {
                continue;
            }
            if (MACS.contains(element) || request.packager().masking().byForm(element) == Masking.HIDDEN) {
                answer.unset(element);
            } else if (request.packager().mayHoldDataObjects(element)) {
                removeObjects(answer, element);
            }
        }
    }

    private static void removeObjects(ISOMsg answer, int element) throws ISOException {
        ISOComponent component = answer.getComponent(element);
        DataObjects before = DataObjects.of(component);
        DataObjectEditor editor = new DataObjectEditor(before);
        for (List<String> secret = first(before.objects()); !secret.isEmpty(); ) {
            editor.remove(secret);
            secret = first(editor.objects().objects());
        }
        if (editor.objects() == before) {
            return;
        }
        if (editor.objects().isEmpty()) {
            answer.unset(element);
        } else if (component.getValue() instanceof byte[]) {
            answer.set(element, editor.objects().sent());
        } else {
            answer.set(element, new String(editor.objects().sent(), ISOUtil.CHARSET));
        }
    }

    /** Its tag behind those of what it is in; empty if there is none. */
    private static List<String> first(List<DataObject> level) {
        for (DataObject object : level) {
            if (!object.isDataSet() && Masking.ofTag(object.tag()) != Masking.SEARCHED) {
                return List.of(object.tag());
            }
            List<String> inner = first(object.inner());
            if (!inner.isEmpty()) {
                List<String> way = new ArrayList<>(List.of(object.tag()));
                way.addAll(inner);
                return way;
            }
        }
        return List.of();
    }
}
