package dev.signalbox.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A decision that an escalation waits for (S55).
 *
 * @param role whose decision it is; silence passes it on to the next role of the policy
 * @param askedBy who asked; may not decide
 * @param note what is asked for
 * @param dueAt until when the role must decide; null: decided
 * @param by who decided; null: nobody yet
 * @param because what they said
 */
public record Approval(
        ApprovalKind kind,
        ApprovalState state,
        String role,
        String askedBy,
        Instant askedAt,
        String note,
        @Nullable Instant dueAt,
        @Nullable String by,
        @Nullable Instant decidedAt,
        @Nullable String because) {}
