package dev.signalbox.contracts;

import java.math.BigDecimal;

/** An article that may answer the ticket; {@code score} 0..1. */
public record KnowledgeLink(String articleId, String title, BigDecimal score) {}
