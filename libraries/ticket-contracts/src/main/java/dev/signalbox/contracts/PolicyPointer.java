package dev.signalbox.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Value of the keys {@code active}, {@code shadow} and {@code canary} on {@code policies}.
 *
 * @param previous the document that was active before: a rollback makes it active again
 * @param by who decided it against an objective, or rolled it back
 * @param reason why
 * @param at when it was decided; a shadow has run since then
 * @param percent share of accounts that a canary decides for, 1..100; null for the other keys
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PolicyPointer(
        String hash,
        @Nullable String previous,
        @Nullable String by,
        @Nullable String reason,
        @Nullable Instant at,
        @Nullable Integer percent) {

    /** That document, without a word on why. */
    public static PolicyPointer to(String hash) {
        return new PolicyPointer(hash, null, null, null, null, null);
    }
}
