package dev.signalbox.contracts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reference data on {@code knowledge}: an article, the intents it answers, when it was last viewed (S62). */
public record KnowledgeArticle(
        String id,
        String title,
        String body,
        List<String> intents,
        @Nullable String url,
        @Nullable Instant viewedAt,
        @Nullable Instant updatedAt) {

    public KnowledgeArticle {
        intents = intents == null ? List.of() : List.copyOf(intents);
    }
}
