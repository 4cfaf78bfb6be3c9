package dev.signalbox.local.learning;

import dev.signalbox.local.learning.Evaluation.Result;
import dev.signalbox.local.learning.Evaluation.Speed;
import dev.signalbox.local.learning.Scorecard.Scope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A result as lines of a table. */
public final class ScorecardTable {

    private static final int WORST = 10;

    private ScorecardTable() {}

    public static List<String> lines(Result result) {
        List<String> lines = new ArrayList<>();
        Scorecard card = result.scorecard();
        lines.add(line("texts", "%d of %d intents", card.texts(), card.intents().size()));
        lines.add(line("accuracy", "%.4f", card.accuracy()));
        lines.add(line("macro-F1", "%.4f", card.macroF1()));
        lines.add(line("calibration error", "%.4f", card.calibrationError()));
        lines.add(line(
                "at the floor",
                "confidence from %.2f: precision %.4f, coverage %.4f",
                result.floor(),
                result.atFloor().precision(),
                result.atFloor().coverage()));
        lines.add(line(
                "at the chosen misroute",
                "%.3f promised from %.3f: misroute %.4f, coverage %.4f",
                result.misroute(),
                result.promisedFrom(),
                1 - result.atMisroute().precision(),
                result.atMisroute().coverage()));
        Scope scope = result.scope();
        if (scope != null) {
            lines.add(line(
                    "out of scope",
                    "%d texts: AUROC %.4f, kept out %.4f where 95 %% in scope are let in",
                    scope.outside(),
                    scope.auroc(),
                    scope.keptOut()));
        }
        Speed speed = result.speed();
        if (speed != null) {
            lines.add(line(
                    "speed",
                    "%.0f texts per second of one core's CPU, %.1f %% embedded",
                    speed.textsPerSecond(),
                    100 * speed.embedded()));
            lines.add(line(
                    "linear stage alone",
                    "%.0f texts per second of one core's CPU, p50 %.3f ms, p99 %.3f ms",
                    speed.linearTextsPerSecond(),
                    speed.linearP50Millis(),
                    speed.linearP99Millis()));
            lines.add(line("learning", "%.0f s of CPU", speed.learningSeconds()));
        }
        lines.add("");
        lines.add("intents guessed worst         texts  precision  recall     F1");
        card.intents().stream()
                .filter(intent -> intent.texts() > 0)
                .sorted(Comparator.comparing(Scorecard.Intent::f1))
                .limit(WORST)
                .forEach(intent -> lines.add(String.format(
                        Locale.ROOT,
                        "  %-26s %6d  %9.3f  %6.3f  %5.3f",
                        intent.intent(),
                        intent.texts(),
                        intent.precision(),
                        intent.recall(),
                        intent.f1())));
        lines.add("");
        lines.add("taken for another most often  texts");
        card.confusions().stream()
                .limit(WORST)
                .forEach(pair -> lines.add(String.format(
                        Locale.ROOT, "  %-26s %6d  taken for %s", pair.actual(), pair.texts(), pair.guessed())));
        return lines;
    }

    private static String line(String name, String format, Object... values) {
        return String.format(Locale.ROOT, "%-24s", name) + String.format(Locale.ROOT, format, values);
    }
}
