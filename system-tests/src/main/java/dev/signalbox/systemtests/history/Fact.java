package dev.signalbox.systemtests.history;

/** An activity, from {@code tickets.activity}. */
public record Fact(String activityId) {}
