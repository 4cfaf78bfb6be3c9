package dev.signalbox.enrichment.classify.embedding;

import java.util.List;

/** Turns texts into directions: texts of like meaning point the same way. Safe for several threads. */
@FunctionalInterface
public interface Encoder {

    /** A vector of {@link SentenceEncoder#DIMENSIONS} for each text, in their order. */
    float[][] encode(List<String> texts);
}
