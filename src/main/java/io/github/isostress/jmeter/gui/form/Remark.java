package io.github.isostress.jmeter.gui.form;

/** A sentence or two in a panel, in as many lines as they need, which take no room while there are none. */
public final class Remark extends SentenceArea {
    private static final long serialVersionUID = 1L;

    public Remark(String labelKey) {
        super(0);
        setName(labelKey);
        getAccessibleContext().setAccessibleName(PanelLabels.get(labelKey));
        setToolTipText(PanelLabels.get(labelKey));
    }

    /** Shows a text. An empty text takes no room. */
    public void say(String text) {
        tell(text);
        setVisible(!text.isEmpty());
    }

    /** Shows mistakes, in another colour. Without any it takes no room. */
    @Override
    public void refuse(String sentences) {
        super.refuse(sentences);
        setVisible(!sentences.isEmpty());
    }
}
