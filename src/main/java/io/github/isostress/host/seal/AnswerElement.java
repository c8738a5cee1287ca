package io.github.isostress.host.seal;

import io.github.isostress.message.ElementPath;
import io.github.isostress.message.IsoPackager;
import io.github.isostress.message.codec.ElementFormat;
import io.github.isostress.message.codec.HexDigits;
import io.github.isostress.message.codec.SubPackager;
import io.github.isostress.message.tlv.DataObjectEditor;
import io.github.isostress.message.tlv.DataObjectEncoding;
import io.github.isostress.message.tlv.DataObjects;
import java.util.List;
import java.util.Optional;
import org.jpos.iso.ISOComponent;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOFieldPackager;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.ISOUtil;

/** An element of answers, or a part of one, to which the host gives a value. Immutable and thread-safe. */
sealed interface AnswerElement {
    /**
     * Finds an element.
     *
     * @param path a data element, a numbered sub-element of it, or a tag of its BER-TLV data
     * @throws IllegalArgumentException with one clear sentence if an answer can have none such
     */
    static AnswerElement of(ElementPath path, IsoPackager packager) {
        int element = path.element();
        if (element < 2 || !packager.defines(element)) {
            throw new IllegalArgumentException("packager " + packager.name() + " does not define DE " + element);
        }
        ISOFieldPackager field = packager.getFieldPackager(element);
        if (!path.isPart()) {
            return new Whole(ElementFormat.ofElement(element, field));
        }
        Optional<SubPackager> parts = SubPackager.of(field);
        return parts.isPresent() ? Part.of(path, field, parts.get()) : Tag.of(path, field);
    }

    /**
     * Gives it a value in an answer.
     *
     * @param value hex digits for a binary element, else text
     * @throws IllegalArgumentException with the rule that the value breaks
     */
    void set(ISOMsg answer, String value) throws ISOException;

    /** Takes it out of an answer. */
    void unset(ISOMsg answer) throws ISOException;

    /** A whole data element. */
    record Whole(ElementFormat format) implements AnswerElement {
        @Override
        public void set(ISOMsg answer, String value) throws ISOException {
            answer.set(format.component(value));
        }

        @Override
        public void unset(ISOMsg answer) {
            answer.unset(format.number());
        }

        /** The element as it goes over the wire, length prefix included. */
        byte[] packed(String value) {
            return format.pack(format.component(value));
        }
    }

    /** A numbered sub-element. */
    record Part(ISOFieldPackager whole, int element, ElementFormat format) implements AnswerElement {
        static Part of(ElementPath path, ISOFieldPackager whole, SubPackager parts) {
            if (path.parts().size() > 1 || parts.isTaggedSequence()) {
                throw new IllegalArgumentException(
                        "the host gives values to numbered sub-elements alone, such as 48.1");
            }
            return parts.find(path.parts().get(0))
                    .map(part -> new Part(whole, path.element(), ElementFormat.ofPart(part.number(), part.packager())))
                    .orElseThrow(() -> new IllegalArgumentException("DE " + path.element() + " has no sub-element "
                            + path.parts().get(0) + "; " + parts.known()));
        }

        @Override
        public void set(ISOMsg answer, String value) throws ISOException {
            ISOMsg parts = answer.getComponent(element) instanceof ISOMsg present
                    ? (ISOMsg) present.clone()
                    : (ISOMsg) whole.createComponent(element);
            parts.set(format.component(value));
            answer.set(parts);
        }

        @Override
        public void unset(ISOMsg answer) throws ISOException {
            if (answer.getComponent(element) instanceof ISOMsg present) {
                ISOMsg parts = (ISOMsg) present.clone();
                parts.unset(format.number());
                answer.set(parts);
            }
        }
    }

    /** A BER-TLV tag. */
    record Tag(ElementFormat format, DataObjects none, List<String> tags) implements AnswerElement {
        static Tag of(ElementPath path, ISOFieldPackager whole) {
            DataObjects none = DataObjects.none(
                    DataObjectEncoding.of(whole),
                    path.parts().size() > 1
                            && DataObjectEditor.mayBeDataSet(path.parts().get(0)));
            String tag = path.parts().get(path.parts().size() - 1);
            if (tag.length() % 2 != 0 || tag.chars().anyMatch(each -> Character.digit(each, 16) < 0)) {
                throw new IllegalArgumentException(tag + " is no BER-TLV tag");
            }
            return new Tag(ElementFormat.ofElement(path.element(), whole), none, path.parts());
        }

        @Override
        public void set(ISOMsg answer, String value) throws ISOException {
            DataObjectEditor editor = editor(answer);
            editor.set(tags, HexDigits.parse(value));
            write(answer, editor);
        }

        @Override
        public void unset(ISOMsg answer) throws ISOException {
            DataObjectEditor editor = editor(answer);
            editor.remove(tags);
            if (editor.holdsNone()) {
                answer.unset(format.number());
            } else {
                write(answer, editor);
            }
        }

        private DataObjectEditor editor(ISOMsg answer) {
            ISOComponent present = answer.getComponent(format.number());
            DataObjects before = present == null ? none : DataObjects.of(present);
            return new DataObjectEditor(before.isEmpty() ? none : before);
        }

        private void write(ISOMsg answer, DataObjectEditor editor) throws ISOException {
            byte[] sent = editor.objects().sent();
            ISOComponent present = answer.getComponent(format.number());
            boolean asText = present != null && present.getValue() instanceof String;
            if (asText) {
                answer.set(format.number(), new String(sent, ISOUtil.CHARSET));
            } else {
                answer.set(format.number(), sent);
            }
        }
    }
}
