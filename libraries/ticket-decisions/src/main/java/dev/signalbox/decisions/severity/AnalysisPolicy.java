package dev.signalbox.decisions.severity;

/** The {@code analysis} section of the policy: words, cues and thresholds (S5-S16). */
public record AnalysisPolicy(String reference) {}
