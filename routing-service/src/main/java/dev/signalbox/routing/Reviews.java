package dev.signalbox.routing;

import dev.signalbox.contracts.Analysis;
import dev.signalbox.contracts.CaseFile;
import dev.signalbox.contracts.Event;
import dev.signalbox.contracts.Json;
import dev.signalbox.contracts.Review;
import dev.signalbox.contracts.Topic;
import dev.signalbox.decisions.routing.Standing;
import dev.signalbox.decisions.routing.TicketState;
import dev.signalbox.edge.ProblemException;
import dev.signalbox.outbox.Transactions;
import dev.signalbox.outbox.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Open reviews and their answers. */
@ApplicationScoped
public class Reviews {

    private static final int LISTED = 500;
    private static final String OPEN =
            "select id, case_file, decision, review_at from ticket where review_at is not null order by review_at, id limit $1";

    private final Transactions transactions;
    private final Dispatch dispatch;

    Reviews(Transactions transactions, Dispatch dispatch) {
        this.transactions = transactions;
        this.dispatch = dispatch;
    }

    /** The most urgent first, 500 at most. */
    Uni<List<ReviewView>> open() {
        return transactions.run(work -> work.query(OPEN, Tuple.of(LISTED)).map(rows -> {
            List<ReviewView> views = new ArrayList<>();
            rows.forEach(row -> views.add(view(row)));
            return views;
        }));
    }

    private static ReviewView view(Row row) {
        CaseFile file = Json.decode(row.getString("case_file"), CaseFile.class);
        Analysis analysis = file.analysis();
        return new ReviewView(
                row.getString("id"),
                file.ticket().subject(),
                analysis.category(),
                analysis.intent(),
                analysis.confidence(),
                row.getString("decision"),
                row.getOffsetDateTime("review_at").toInstant());
    }

    /** Tells the correction on {@code reviews}; the ticket is routed when its corrected version comes. */
    Uni<Review> answer(String ticketId, ReviewResource.Correction correction) {
        return transactions.run(work -> dispatch.lock(work).chain(() -> answered(work, ticketId, correction)));
    }

    private Uni<Review> answered(UnitOfWork work, String ticketId, ReviewResource.Correction correction) {
        Dispatch.Change change = ticket -> {
            if (ticket.file() == null) {
                throw ProblemException.notFound("The ticket " + ticketId);
            }
            TicketState state = ticket.state();
            Standing standing = state.standing().corrected(state.heard().version());
            return ticket.with(state.with(standing));
        };
        return dispatch.decide(work, Map.of(ticketId, change)).chain(outcomes -> {
            long sequence = outcomes.get(ticketId).state().standing().corrections();
            Review review = new Review(
                    ticketId,
                    sequence,
                    work.now(),
                    correction.by(),
                    correction.category(),
                    correction.intent(),
                    correction.urgency(),
                    correction.impact(),
                    correction.note());
            return work.publish(List.of(Event.sequenced(Topic.REVIEWS, ticketId, sequence, work.now(), review)))
                    .replaceWith(review);
        });
    }
}
