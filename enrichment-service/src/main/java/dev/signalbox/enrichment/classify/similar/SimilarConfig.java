package dev.signalbox.enrichment.classify.similar;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Settings under {@code signalbox.similar}. */
@ConfigMapping(prefix = "signalbox.similar")
public interface SimilarConfig {

    /** How much of one core computing the meaning of texts may take while the machine has time; above 0, at most 1. */
    @WithDefault("0.5")
    double embeddingShare();

    /** Where the index's files are made; the system's folder for temporary files by default. */
    Optional<Path> folder();
}
