package dev.signalbox.contracts;

import java.time.Instant;

/**
 * Something that lets a customer's request be expected (S50).
 *
 * @param sign its name, for example {@code RISK_WORD}
 * @param points what it adds to the prediction
 * @param since when it was first seen in the ticket's present life
 */
public record WarningSign(String sign, int points, Instant since) {}
