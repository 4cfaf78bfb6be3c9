package dev.signalbox.decisions.severity;

import dev.signalbox.decisions.severity.text.Cue;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** External deadlines in what a customer wrote (S36). */
final class Deadlines {

    private final DateReader dates;

    Deadlines(DeadlinePolicy policy) {
        dates = new DateReader(policy);
    }

    /** The deadline of the latest message that names one; of several the earliest. */
    @Nullable
    Instant in(List<Message> messages, ZoneId zone) {
        for (int at = messages.size() - 1; at >= 0; at--) {
            Optional<Instant> deadline = in(messages.get(at), zone);
            if (deadline.isPresent()) {
                return deadline.get();
            }
        }
        return null;
    }

    private Optional<Instant> in(Message message, ZoneId zone) {
        ZonedDateTime written = message.at().atZone(zone);
        return message.asserted(CueNames.DEADLINE_EVENT).stream()
                .map(Cue::sentence)
                .distinct()
                .flatMap(sentence -> deadline(message, sentence, written).stream())
                .min(Instant::compareTo);
    }

    /** The date stands beside the event, or in the sentence after. */
    private Optional<Instant> deadline(Message message, int sentence, ZonedDateTime written) {
        return dates.earliest(message.tokens(), sentence, written)
                .or(() -> dates.earliest(message.tokens(), sentence + 1, written));
    }
}
