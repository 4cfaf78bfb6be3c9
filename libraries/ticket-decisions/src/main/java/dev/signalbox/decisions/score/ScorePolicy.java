package dev.signalbox.decisions.score;

/** The {@code score} section of the policy: weights, curves, floors, bands (S17-S23). */
public record ScorePolicy(String reference) {}
