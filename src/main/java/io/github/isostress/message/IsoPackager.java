package io.github.isostress.message;

import io.github.isostress.message.codec.ElementFormat;
import io.github.isostress.message.codec.EuroParts;
import io.github.isostress.message.codec.FieldLayout;
import io.github.isostress.message.codec.GuardedPackager;
import io.github.isostress.message.codec.ObjectsAsBytesPackager;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jpos.iso.ISOBasePackager;
import org.jpos.iso.ISOBitMapPackager;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOFieldPackager;
import org.jpos.iso.ISOMsgFieldPackager;

/**
 * A jPOS packager that also tells how a message is laid out, so that its parts can be packed and read one by one.
 * Immutable after construction and safe for use by many threads.
 */
public final class IsoPackager extends ISOBasePackager {
    /** ICC data (ISO 8583:2003, annex; EMV book 4). */
    private static final int ICC_DATA = 55;

    private final String name;
    private final PackagerTraits traits;
    private final ElementDefinitions definitions;
    private final ElementMasking masking;
    private final Map<ListedSecrets, IsoPackager> hiding = new ConcurrentHashMap<>();

    /**
     * A packager that packs and unpacks as jPOS's does.
     *
     * @param name a built-in name or a file's name
     * @param definition a packager of jPOS; its fields are taken over
     * @param traits what it tells of itself
     */
    public IsoPackager(String name, ISOBasePackager definition, PackagerTraits traits) {
        this.name = name;
        this.traits = traits;
        setFieldPackager(traits.fields());
        setHeaderLength(definition.getHeaderLength());
        takeThirdBitmapField(definition.getThirdBitmapField());
        EuroParts.install(this, highestElement());
        GuardedPackager.install(this, highestElement());
        ObjectsAsBytesPackager.install(this, highestElement());
        this.definitions = new ElementDefinitions(this, fld);
        this.masking = ElementMasking.byForm(this);
    }

    /** A packager that differs only in a user's list. */
    private IsoPackager(IsoPackager other, ListedSecrets secrets) {
        this.name = other.name;
        this.traits = other.traits;
        setFieldPackager(other.fld);
        setHeaderLength(other.getHeaderLength());
        takeThirdBitmapField(other.thirdBitmapField);
        this.definitions = other.definitions;
        this.masking = other.masking.hiding(secrets);
    }

    /** This packager for messages of which a user has listed secrets; the same one for equal lists. */
    public IsoPackager hiding(ListedSecrets listed) {
        return listed.equals(masking.secrets())
                ? this
                : hiding.computeIfAbsent(listed, key -> new IsoPackager(this, key));
    }

    private void takeThirdBitmapField(int element) {
        try {
            setThirdBitmapField(element);
        } catch (ISOException e) {
            thirdBitmapField = element;
        }
    }

    @Override
    protected boolean emitBitMap() {
        return traits.writesBitmap();
    }

    @Override
    protected ISOFieldPackager getBitMapfieldPackager() {
        return traits.bitmap();
    }

    @Override
    protected int getFirstField() {
        return traits.firstField();
    }

    @Override
    protected int getMaxValidField() {
        return traits.maxValidField();
    }

    /** The built-in name or the file name this packager was asked for by. */
    public String name() {
        return name;
    }

    /** The largest data element number the packager defines. */
    public int highestElement() {
        return fld.length - 1;
    }

    /** Whether a data element of this number can be packed. */
    public boolean defines(int element) {
        return element >= 0 && element < fld.length && fld[element] != null;
    }

    /** What may be shown of messages that it reads. */
    public ElementMasking masking() {
        return masking;
    }

    /** The packager's own name of a data element, or an empty string if it defines none. */
    public String elementName(int element) {
        String description = defines(element) ? fld[element].getDescription() : null;
        return description == null ? "" : description.strip();
    }

    /** What a data element is called in words. */
    public String label(int element) {
        return definitions.label(element);
    }

    /** The packager's own name of a data element as one line. */
    public String heading(int element) {
        return definitions.heading(element);
    }

    /** Whether messages begin with a message type indicator of their own rather than with the first element. */
    public boolean hasMti() {
        return getFirstField() > 0 && fld[0] != null && !(fld[0] instanceof ISOBitMapPackager);
    }

    /** Whether an element may be shown by the BER-TLV data objects in it. */
    public boolean mayHoldDataObjects(int element) {
        return element == ICC_DATA || holdsDataObjects(element);
    }

    /** Whether an element is made of parts by the packager's definition, or may hold BER-TLV data objects. */
    boolean mayHaveParts(int element) {
        return fld[element] instanceof ISOMsgFieldPackager || mayHoldDataObjects(element);
    }

    /** What an element's definition allows; null if there is none. */
    ElementFormat format(int element) {
        return definitions.format(element);
    }

    /** Whether an element holds BER-TLV data objects by the packager's definition. */
    public boolean holdsDataObjects(int element) {
        return ObjectsAsBytesPackager.holdsDataObjects(fld[element]);
    }

    /**
     * What reads an element: its field packager, but BER-TLV data objects are left as bytes. jPOS would turn them into
     * values by its table of EMV tags, refuse the tags it does not know, and not always pack the same bytes again.
     */
    public ISOFieldPackager reader(int element) {
        return definitions.readers().of(element);
    }

    /**
     * How many bytes an element takes that begins at an offset, its length prefix included.
     *
     * @return {@link FieldLayout#UNTOLD} if only reading it can tell, or that it cannot be read
     */
    public int extent(int element, byte[] bytes, int at) {
        return definitions.readers().extent(element, bytes, at);
    }

    /** Whether an element is text and only a length and a value. */
    boolean isText(int element) {
        return definitions.readers().isText(element);
    }

    public boolean hasBitmap() {
        return emitBitMap();
    }

    /** The shapes of the messages that were read with it. */
    public ShapeCache shapes() {
        return definitions.shapes();
    }

    /** How many bytes stand before the MTI. */
    public int headerLength() {
        return Math.max(0, getHeaderLength());
    }

    /** Whether the same bitmap bytes always mean the same elements: jPOS's own, with nothing announced elsewhere. */
    public boolean isBitmapTold() {
        return !hasBitmap()
                || bitmapPackager().getClass().getPackageName().equals(ISOBitMapPackager.class.getPackageName())
                        && !carriesThirdBitmapInElement();
    }

    /** The first number after the MTI and the bitmap. */
    public int firstElement() {
        return getFirstField();
    }

    public ISOFieldPackager bitmapPackager() {
        return getBitMapfieldPackager();
    }

    /** How the bitmap is written; null if there is none. */
    public BitmapForm bitmapForm() {
        return definitions.bitmapForm();
    }

    /** How the third bitmap is written that a data element carries; null if none does. */
    public BitmapForm thirdBitmapForm() {
        return definitions.thirdBitmapForm();
    }

    /** What reads the bitmap. */
    public ISOFieldPackager bitmapReader() {
        return definitions.readers().bitmap();
    }

    /** Whether elements above 128 have their bitmap inside a data element rather than behind the second bitmap. */
    public boolean carriesThirdBitmapInElement() {
        return thirdBitmapField >= 0
                && thirdBitmapField < fld.length
                && fld[thirdBitmapField] instanceof ISOBitMapPackager;
    }
}
