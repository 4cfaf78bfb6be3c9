package dev.signalbox.decisions.policy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Which policy decides for which account: a canary decides for some of them (N8), always for the same.
 *
 * @param canary the policy that is tried on some accounts, or null
 * @param percent share of the accounts for which it decides, 0..100
 */
public record PolicyChoice(PolicyDocument active, @Nullable PolicyDocument canary, int percent) {

    private static final int ALL = 100;

    /** The policy for an account; accounts that nobody knows have the active one. */
    public PolicyDocument of(@Nullable String accountId) {
        PolicyDocument other = canary;
        return other != null && accountId != null && bucket(accountId) < percent ? other : active;
    }

    /** 0..99, the same for an account in every process. */
    static int bucket(String accountId) {
        byte[] digest = PolicyDocument.digest(accountId.getBytes(StandardCharsets.UTF_8));
        return Math.floorMod(ByteBuffer.wrap(digest).getInt(), ALL);
    }
}
