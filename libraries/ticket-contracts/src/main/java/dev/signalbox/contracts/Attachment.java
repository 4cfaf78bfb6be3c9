package dev.signalbox.contracts;

import org.jspecify.annotations.Nullable;

/** A file beside the ticket; only its address is carried, never its bytes. */
public record Attachment(
        @Nullable String name,
        @Nullable String url,
        @Nullable String contentType) {}
