package dev.signalbox.systemtests.chaos;

import java.time.Duration;

/** A kill that happened: who, when since the begin of the run, and how long it took until the process was ready again. */
public record Kill(String victim, Duration at, Duration away) {}
