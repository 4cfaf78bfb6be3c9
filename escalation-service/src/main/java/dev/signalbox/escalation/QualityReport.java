package dev.signalbox.escalation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How well escalations were handled (S54), and where they spent their time (S46), over those opened within a window. */
@ApplicationScoped
public class QualityReport {

    /** %s is a column of {@link Grouping}, never what a request says. */
    private static final String QUALITY = """
            select %s as name, count(*) as opened, count(*) filter (where resolved_at is not null and quality is not null)
                       as resolved,
                   count(*) filter (where quality is not null and rating is not null) as rated,
                   round(avg(quality), 2) as quality, round(avg(completeness), 2) as completeness,
                   round(avg(rating), 2) as rating,
                   percentile_cont(0.5) within group (order by extract(epoch from acknowledged_at - opened_at))
                       as acknowledge,
                   percentile_cont(0.5) within group (order by extract(epoch from resolved_at - opened_at)) as resolve
            from escalation e
            where opened_at > clock_timestamp() - $1::bigint * interval '1 second'
            group by 1 order by 2 desc, 1 limit $2""";

    private static final String STAYS = """
            select s.state, s.level, count(*) as stays,
                   percentile_cont(0.5) within group (order by extract(epoch from
                       coalesce(s.left_at, clock_timestamp()) - s.entered_at)) as median
            from escalation_stay s join escalation e on e.id = s.escalation_id
            where e.opened_at > clock_timestamp() - $1::bigint * interval '1 second'
            group by 1, 2 order by 2, 1""";

    private static final int MOST = 500;

    private final Pool pool;

    QualityReport(Pool pool) {
        this.pool = pool;
    }

    /** By what escalations are told apart. */
    public enum Grouping {
        TRIGGER("trigger"),
        TYPE("type"),
        PATH("path"),
        /** Who had it last: a tier, a team or a person. */
        TEAM("body ->> 'owner'"),
        /** Who asked; null: a rule. */
        AUTHOR("author");

        private final String column;

        Grouping(String column) {
            this.column = column;
        }
    }

    /**
     * One group.
     *
     * @param resolved those that have a score
     * @param rated those of them that the customer rated; the score of the others rests on the rest
     * @param quality mean score, 0..100, two decimals
     * @param completeness mean of the handoff packages, percent
     * @param rating mean of the ratings, 0..100
     * @param acknowledgedWithin median from opening to the first acknowledging
     * @param resolvedWithin median from opening to the end
     */
    public record Group(
            @Nullable String name,
            long opened,
            long resolved,
            long rated,
            @Nullable BigDecimal quality,
            @Nullable BigDecimal completeness,
            @Nullable BigDecimal rating,
            @Nullable Duration acknowledgedWithin,
            @Nullable Duration resolvedWithin) {}

    /**
     * Time in a state and level.
     *
     * @param stays how often one was there
     * @param median of the time there; one that is there now counts with its time so far
     */
    public record Stay(String state, int level, long stays, Duration median) {}

    /** Everything over the window. */
    public record Report(Grouping by, Duration window, List<Group> groups, List<Stay> stays) {}

    Uni<Report> of(Grouping by, Duration window) {
        return pool.preparedQuery(QUALITY.formatted(by.column))
                .execute(Tuple.of(window.toSeconds(), MOST))
                .chain(groups -> pool.preparedQuery(STAYS)
                        .execute(Tuple.of(window.toSeconds()))
                        .map(stays -> new Report(by, window, groups(groups), stays(stays))));
    }

    private static List<Group> groups(RowSet<Row> rows) {
        List<Group> groups = new ArrayList<>(rows.size());
        for (Row row : rows) {
            groups.add(new Group(
                    row.getString("name"),
                    row.getLong("opened"),
                    row.getLong("resolved"),
                    row.getLong("rated"),
                    row.getBigDecimal("quality"),
                    row.getBigDecimal("completeness"),
                    row.getBigDecimal("rating"),
                    seconds(row.getDouble("acknowledge")),
                    seconds(row.getDouble("resolve"))));
        }
        return groups;
    }

    private static List<Stay> stays(RowSet<Row> rows) {
        List<Stay> stays = new ArrayList<>(rows.size());
        for (Row row : rows) {
            stays.add(new Stay(
                    row.getString("state"),
                    row.getInteger("level"),
                    row.getLong("stays"),
                    seconds(row.getDouble("median"))));
        }
        return stays;
    }

    private static @Nullable Duration seconds(@Nullable Double seconds) {
        return seconds == null ? null : Duration.ofMillis(Math.round(seconds * 1_000));
    }
}
