package dev.signalbox.intake.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The body of a 202: Kafka has it, so it is never lost.
 *
 * @param id of the ticket or activity; null for a webhook, whose content is read later
 * @param skipped why nothing follows from it, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Accepted(@Nullable String id, @Nullable String skipped) {}
