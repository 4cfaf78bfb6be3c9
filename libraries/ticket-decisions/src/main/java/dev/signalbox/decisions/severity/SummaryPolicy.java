package dev.signalbox.decisions.severity;

import dev.signalbox.decisions.severity.text.CueWords;
import dev.signalbox.decisions.validation.Allowed;
import org.jspecify.annotations.Nullable;

/**
 * The summary of a case (S3).
 *
 * @param wishes words of a sentence that says what the customer wants
 * @param sentenceLength characters after which a quoted sentence is cut
 */
public record SummaryPolicy(CueWords wishes, int sentenceLength) {

    public SummaryPolicy(@Nullable CueWords wishes, int sentenceLength) {
        this.wishes = Allowed.present("analysis.summary.wishes", wishes);
        this.sentenceLength = Allowed.between("analysis.summary.sentenceLength", sentenceLength, 40, 1000);
    }
}
