package dev.signalbox.systemtests.invariants;

import java.util.List;

/**
 * The result of one invariant.
 *
 * @param count 0 where it holds
 * @param examples the first few violations
 */
public record Finding(String violation, long count, List<String> examples) {}
