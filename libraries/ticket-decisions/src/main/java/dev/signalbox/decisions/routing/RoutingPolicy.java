package dev.signalbox.decisions.routing;

/** The {@code routing} section of the policy: matrix, capacity, queue (S19-S27, S37-S44). */
public record RoutingPolicy(String reference) {}
