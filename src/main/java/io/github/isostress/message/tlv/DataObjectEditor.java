package io.github.isostress.message.tlv;

import io.github.isostress.message.tlv.DataObjects.Change;
import io.github.isostress.words.Plural;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/**
 * Sets and removes data objects of an element. Only the object's own bytes change and the lengths of the templates and
 * the data set around it; filling, order, all other objects and the way in which lengths are written stay. For one
 * thread.
 */
public final class DataObjectEditor {
    private DataObjects objects;
    private boolean anyRemoved;

    public DataObjectEditor(DataObjects objects) {
        this.objects = objects;
    }

    /** The element with all changes so far. */
    public DataObjects objects() {
        return objects;
    }

    /**
     * Gives an object another value; adds an object that is missing behind the last of its template, or of the element.
     *
     * @param path the object's tag, behind those of the templates and the data set it is in
     * @throws IllegalArgumentException with the rule that is broken
     */
    public void set(List<String> path, byte[] value) {
        List<DataObject> way = objects.way(path);
        if (way.isEmpty()) {
            add(path, value);
            return;
        }
        DataObject object = way.get(way.size() - 1);
        byte[] length = object.lengthField(value.length);
        List<Change> changes = List.of(
                new Change(object.lengthStart(), object.valueStart(), length),
                new Change(object.valueStart(), object.end(), value));
        change(way.subList(0, way.size() - 1), changes);
    }

    /** Whether nothing is left. */
    public boolean holdsNone() {
        return (anyRemoved || objects.sent().length == 0) && objects.holdsNone();
    }

    /** Removes an object, if it is there. */
    public void remove(List<String> path) {
        anyRemoved = true;
        List<DataObject> way = objects.way(path);
        if (!way.isEmpty()) {
            DataObject object = way.get(way.size() - 1);
            change(way.subList(0, way.size() - 1), List.of(new Change(object.start(), object.end(), new byte[0])));
        }
    }

    private void add(List<String> path, byte[] value) {
        int known = path.size() - 1;
        while (known > 0 && objects.way(path.subList(0, known)).isEmpty()) {
            known--;
        }
        List<DataObject> around = known == 0 ? outermost(path) : objects.way(path.subList(0, known));
        List<String> missing = path.subList(known, path.size());
        boolean newSet = objects.inDataSets() && around.isEmpty();
        int at = around.isEmpty()
                ? endOf(objects.objects(), 0)
                : endOf(
                        around.get(around.size() - 1).inner(),
                        around.get(around.size() - 1).valueStart());
        change(around, List.of(new Change(at, at, written(missing, value, newSet))));
    }

    private static int endOf(List<DataObject> level, int otherwise) {
        return level.isEmpty() ? otherwise : level.get(level.size() - 1).end();
    }

    /** Where an object goes if nothing of its path is there. */
    private List<DataObject> outermost(List<String> path) {
        boolean namesSet = path.size() > 1 && mayBeDataSet(path.get(0));
        if (!objects.inDataSets()) {
            if (namesSet) {
                throw new IllegalArgumentException(
                        "the element holds no data sets, so none with the number " + path.get(0));
            }
            return List.of();
        }
        if (namesSet) {
            return List.of();
        }
        if (objects.objects().size() != 1) {
            throw new IllegalArgumentException(
                    "the element holds " + Plural.of(objects.objects().size(), "data set")
                            + ", and none has such a tag: name the data set in front of it, as in 55.01.9F36");
        }
        return objects.objects();
    }

    /** Whether the first part of a path of several can only be a data set: a tag in its place would be a template's. */
    public static boolean mayBeDataSet(String part) {
        return part.length() == 2 && !DataObjectReader.isConstructed(part);
    }

    /** Writes an object inside its templates and its data set. */
    private static byte[] written(List<String> path, byte[] value, boolean inDataSet) {
        byte[] content = value;
        for (int i = path.size() - 1; i >= 0; i--) {
            ByteArrayOutputStream object = new ByteArrayOutputStream();
            object.writeBytes(HexFormat.of().parseHex(path.get(i)));
            object.writeBytes(
                    i == 0 && inDataSet
                            ? DataObject.dataSetLength(path.get(0), content.length)
                            : DataObject.shortestLengthField(content.length));
            object.writeBytes(content);
            content = object.toByteArray();
        }
        return content;
    }

    private void change(List<DataObject> around, List<Change> changes) {
        List<Change> all = new ArrayList<>(changes);
        int more = 0;
        for (Change change : changes) {
            more += change.bytes().length - (change.end() - change.start());
        }
        for (int i = around.size() - 1; i >= 0; i--) {
            DataObject template = around.get(i);
            byte[] length = template.lengthField(template.length() + more);
            all.add(new Change(template.lengthStart(), template.valueStart(), length));
            more += length.length - (template.valueStart() - template.lengthStart());
        }
        Collections.sort(all, (one, other) -> Integer.compare(one.start(), other.start()));
        objects = objects.with(all);
    }
}
