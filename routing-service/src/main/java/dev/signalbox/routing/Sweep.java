package dev.signalbox.routing;

import dev.signalbox.decisions.policy.PolicyDocument;
import dev.signalbox.edge.Policies;
import dev.signalbox.outbox.Transactions;
import dev.signalbox.outbox.UnitOfWork;
import dev.signalbox.timers.TimerLoop;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What has to happen although nothing happens: reviews that nobody answers, suggestions that do not help, offers that run
 * out, agents who stay away, shifts that begin. Tickets say in their rows when they are to be looked at again.
 */
@ApplicationScoped
public class Sweep {

    private static final int LIMIT = 200;
    private static final String DUE =
            "select exists (select 1 from ticket where wake_at <= statement_timestamp()) as due";
    private static final String ABSENT = "select id from agent where presence <> 'ONLINE' and since <= $1";

    private final Transactions transactions;
    private final Assignments assignments;
    private final Dispatch dispatch;
    private final Policies policies;
    private final Survey survey;
    private final TimerLoop loop;
    private final Duration interval;
    private long swept = System.nanoTime();

    Sweep(
            Transactions transactions,
            Assignments assignments,
            Dispatch dispatch,
            Policies policies,
            Survey survey,
            TimerLoop loop,
            RoutingConfig config) {
        this.transactions = transactions;
        this.assignments = assignments;
        this.dispatch = dispatch;
        this.policies = policies;
        this.survey = survey;
        this.loop = loop;
        this.interval = config.sweep();
    }

    void start(@Observes StartupEvent started) {
        loop.start("routing-sweep", this::round);
    }

    private Uni<Integer> round() {
        boolean whole = System.nanoTime() - swept >= interval.toNanos();
        return transactions.run(this::isDue).chain(due -> {
            if (!due && !whole) {
                return Uni.createFrom().item(0);
            }
            swept = System.nanoTime();
            return look().call(() -> whole ? survey.take() : Uni.createFrom().voidItem());
        });
    }

    private Uni<Boolean> isDue(UnitOfWork work) {
        return work.query(DUE, Tuple.tuple()).map(rows -> rows.iterator().next().getBoolean("due"));
    }

    /** Looks at everything that is due, in one transaction; tells how many tickets were. */
    Uni<Integer> look() {
        return policies.active()
                .chain(active -> transactions.run(work -> dispatch.lock(work)
                        .chain(() -> assignments.due(work, LIMIT))
                        .chain(due -> absent(work, active).map(offered -> together(due, offered)))
                        .chain(ids -> dispatch.lookAround(work, looks(ids))
                                .replaceWith(ids.size() >= LIMIT ? ids.size() : 0))));
    }

    private Uni<List<String>> absent(UnitOfWork work, PolicyDocument active) {
        Duration grace = active.policy().routing().limits().presenceGrace();
        return work.query(ABSENT, Tuple.of(work.now().minus(grace).atOffset(ZoneOffset.UTC)))
                .chain(rows -> {
                    List<String> agents = new ArrayList<>();
                    rows.forEach(row -> agents.add(row.getString("id")));
                    return assignments.offered(work, agents, LIMIT);
                });
    }

    private static List<String> together(List<String> due, List<String> offered) {
        List<String> all = new ArrayList<>(due);
        offered.stream().filter(id -> !due.contains(id)).forEach(all::add);
        return all;
    }

    private static Map<String, Dispatch.Change> looks(List<String> ids) {
        Map<String, Dispatch.Change> looks = new LinkedHashMap<>();
        ids.forEach(id -> looks.put(id, Dispatch.LOOK));
        return looks;
    }
}
