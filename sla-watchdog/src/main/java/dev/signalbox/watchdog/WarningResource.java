package dev.signalbox.watchdog;

import dev.signalbox.contracts.ClockKind;
import dev.signalbox.edge.Fault;
import dev.signalbox.edge.ProblemException;
import dev.signalbox.outbox.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** How good were the warnings? */
@Path("/v1/warnings")
@Produces(MediaType.APPLICATION_JSON)
public class WarningResource {

    private static final int LONGEST = 366;

    private final Transactions transactions;
    private final WarningCounts counts;

    WarningResource(Transactions transactions, WarningCounts counts) {
        this.transactions = transactions;
        this.counts = counts;
    }

    /**
     * The answer.
     *
     * @param from first day that is counted, UTC
     * @param to last day, today
     */
    public record Warnings(LocalDate from, LocalDate to, List<Accuracy> clocks) {}

    /** Precision and recall over the last days, today included. */
    @GET
    public Uni<Warnings> over(@QueryParam("days") @DefaultValue("30") int days) {
        if (days < 1 || days > LONGEST) {
            throw new ProblemException(
                    400,
                    "The request cannot be answered.",
                    List.of(new Fault("/days", "is " + days, "1 to " + LONGEST)));
        }
        return transactions.run(work -> {
            LocalDate today = work.now().atOffset(ZoneOffset.UTC).toLocalDate();
            LocalDate from = today.minusDays(days - 1L);
            return counts.since(work, from)
                    .map(known -> new Warnings(
                            from,
                            today,
                            Arrays.stream(ClockKind.values())
                                    .map(kind -> Accuracy.of(kind, known.getOrDefault(kind, Map.of())))
                                    .toList()));
        });
    }
}
