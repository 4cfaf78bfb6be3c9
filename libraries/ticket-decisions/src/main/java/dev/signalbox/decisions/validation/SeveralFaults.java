package dev.signalbox.decisions.validation;

import java.util.List;

/** More than one thing is wrong with a section of a policy: each sentence begins with the field that it is about. */
public final class SeveralFaults extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> sentences;

    SeveralFaults(List<String> sentences) {
        super(String.join("; ", sentences));
        this.sentences = List.copyOf(sentences);
    }

    /** One sentence for each fault. */
    public List<String> sentences() {
        return sentences;
    }
}
