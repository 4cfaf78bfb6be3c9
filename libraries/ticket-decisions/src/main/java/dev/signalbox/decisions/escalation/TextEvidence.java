package dev.signalbox.decisions.escalation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What texts say that an expert needs (S52): steps to reproduce, log lines, endpoints, times, fixes that were tried.
 * Each line is looked at by itself and cut first, so that no text is slow to read.
 */
final class TextEvidence {

    private static final int LONGEST_LINE = 400;
    private static final int MOST_LINES = 2_000;
    private static final int MOST_FOUND = 30;

    private static final Pattern STEPS_HEADING =
            Pattern.compile("(?i)\\b(steps? to reproduce|how to reproduce|reproduction|to reproduce|repro steps)\\b");
    private static final Pattern LISTED = Pattern.compile("^\\s*(\\d{1,2}[.)]|[-*•])\\s+(\\S.*)");
    private static final Pattern LOG_LINE = Pattern.compile(
            "^\\s*at [\\w.$]+\\(|\\b[A-Z]\\w*(Exception|Error)\\b|\\b(ERROR|WARN|FATAL|Traceback|panic:)(?=\\W|$)"
                    + "|\\b(HTTP|status)\\D{0,12}[45]\\d\\d\\b");
    private static final Pattern ENDPOINT =
            Pattern.compile("\\bhttps?://[^\\s<>\"')\\]]+|\\b(?:GET|POST|PUT|PATCH|DELETE) /[^\\s<>\"')\\]]*");
    private static final Pattern TIME = Pattern.compile("(?i)\\b\\d{4}-\\d\\d-\\d\\d\\b|\\b\\d{1,2}:\\d\\d\\b"
            + "|\\b(since|started|began|until) (yesterday|today|this morning|last (night|week)|monday|tuesday|wednesday"
            + "|thursday|friday|saturday|sunday|the (update|upgrade|release|deployment))\\b");
    private static final Pattern TRIED = Pattern.compile(
            "(?i)\\b(tried|attempted|already (restarted|reinstalled|cleared|reset|rebooted|updated|checked)"
                    + "|(we|i) (restarted|reinstalled|cleared|reset|rebooted|rolled back|reverted))\\b");

    private final List<String> lines;

    TextEvidence(List<String> texts) {
        this.lines = texts.stream()
                .flatMap(String::lines)
                .limit(MOST_LINES)
                .map(TextEvidence::cut)
                .toList();
    }

    static String firstLine(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .map(TextEvidence::cut)
                .orElse("");
    }

    /** A numbered or bulleted list under a heading that promises steps. */
    List<String> reproductionSteps() {
        List<String> steps = new ArrayList<>();
        boolean expected = false;
        for (String line : lines) {
            Matcher listed = LISTED.matcher(line);
            if (expected && listed.find()) {
                steps.add(listed.group(2).strip());
            } else if (STEPS_HEADING.matcher(line).find()) {
                expected = true;
            } else if (!line.isBlank()) {
                expected = false;
            }
        }
        return steps.stream().distinct().limit(MOST_FOUND).toList();
    }

    List<String> logs() {
        return linesWith(LOG_LINE);
    }

    List<String> endpoints() {
        return matches(ENDPOINT, Matcher::group);
    }

    List<String> timeline() {
        return linesWith(TIME);
    }

    List<String> attemptedFixes() {
        return linesWith(TRIED);
    }

    private List<String> linesWith(Pattern pattern) {
        return lines.stream()
                .filter(line -> pattern.matcher(line).find())
                .map(String::strip)
                .distinct()
                .limit(MOST_FOUND)
                .toList();
    }

    private List<String> matches(Pattern pattern, Function<Matcher, String> part) {
        Set<String> found = new LinkedHashSet<>();
        for (String line : lines) {
            Matcher matcher = pattern.matcher(line);
            while (matcher.find() && found.size() < MOST_FOUND) {
                found.add(part.apply(matcher));
            }
        }
        return List.copyOf(found);
    }

    private static String cut(String line) {
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE);
    }
}
