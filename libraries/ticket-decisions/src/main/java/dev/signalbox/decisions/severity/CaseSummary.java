package dev.signalbox.decisions.severity;

import dev.signalbox.contracts.AccountProfile;
import dev.signalbox.decisions.severity.text.Cue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two to three sentences: who asks under which plan, the main issue, what is wanted (S3). Only quotes, no guesses. */
final class CaseSummary {

    private final SummaryPolicy policy;

    CaseSummary(SummaryPolicy policy) {
        this.policy = policy;
    }

    String of(@Nullable AccountProfile account, List<Message> messages) {
        String issue = issue(messages);
        StringBuilder summary = new StringBuilder(customer(account));
        if (!issue.isEmpty()) {
            summary.append(" Issue: \u201c").append(cut(issue)).append("\u201d.");
        }
        String wish = wish(messages);
        if (!wish.isEmpty() && !wish.equals(issue)) {
            summary.append(" Wanted: \u201c").append(cut(wish)).append("\u201d.");
        }
        return summary.toString();
    }

    private static String customer(@Nullable AccountProfile account) {
        if (account == null) {
            return "A customer whose account is not known yet.";
        }
        String name = account.name() == null ? account.id() : account.name();
        String currency = account.currency() == null ? "" : " " + account.currency();
        return name + " (" + account.planTier() + ", ARR " + account.arr() + currency + ", health " + account.health()
                + ").";
    }

    /** The sentence with the most cues of urgency, impact and hard rules; the subject where none has any. */
    private static String issue(List<Message> messages) {
        Message first = messages.get(0);
        int best = 0;
        int most = 0;
        for (int sentence = 0; sentence < first.tokens().sentences(); sentence++) {
            int number = sentence;
            int cues = first.cues(cue -> cue.asserted() && cue.sentence() == number && tells(cue))
                    .size();
            if (cues > most) {
                most = cues;
                best = sentence;
            }
        }
        return first.tokens().sentence(best);
    }

    private static boolean tells(Cue cue) {
        return cue.name().startsWith(CueNames.HARD_RULES)
                || cue.name().equals(CueNames.CRITICAL)
                || cue.name().equals(CueNames.HIGH)
                || cue.name().equals(CueNames.OUTAGE)
                || cue.name().equals(CueNames.WIDESPREAD)
                || cue.name().equals(CueNames.LOCK_OUT);
    }

    /** What the latest message that wishes for something wishes for. */
    private static String wish(List<Message> messages) {
        for (int at = messages.size() - 1; at >= 0; at--) {
            List<Cue> wishes = messages.get(at).cues(cue -> cue.name().equals(CueNames.WISH));
            if (!wishes.isEmpty()) {
                return messages.get(at).tokens().sentence(wishes.get(0).sentence());
            }
        }
        return "";
    }

    private String cut(String sentence) {
        String line = sentence.strip().replaceAll("\\s+", " ");
        if (line.length() <= policy.sentenceLength()) {
            return line;
        }
        int end = line.offsetByCodePoints(0, Math.min(policy.sentenceLength(), line.codePointCount(0, line.length())));
        return line.substring(0, end).strip() + "\u2026";
    }
}
