package dev.signalbox.edge;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer JSON pointer (RFC 6901) to the place, empty for the whole
 * @param problem what is wrong
 * @param allowed what is allowed
 */
public record Fault(String pointer, String problem, String allowed) {}
