package dev.signalbox.enrichment.classify;

import dev.signalbox.contracts.KnowledgeArticle;
import dev.signalbox.contracts.ResolvedTicket;
import dev.signalbox.enrichment.EnrichmentConfig;
import dev.signalbox.enrichment.classify.embedding.Meanings;
import dev.signalbox.enrichment.classify.similar.MeaningBacklog;
import dev.signalbox.enrichment.classify.similar.MeaningStore;
import dev.signalbox.enrichment.classify.similar.Pace;
import dev.signalbox.enrichment.classify.similar.ScratchFolder;
import dev.signalbox.enrichment.classify.similar.SimilarConfig;
import dev.signalbox.enrichment.classify.similar.SimilarTexts;
import dev.signalbox.enrichment.classify.similar.TextKey;
import dev.signalbox.enrichment.classify.similar.TextKind;
import dev.signalbox.enrichment.classify.similar.Words;
import dev.signalbox.timers.TimerLoop;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Resolved tickets and articles as they are found beside a ticket (S10, S62): each within a second of its record by its
 * words, by its meaning when that was computed.
 */
@ApplicationScoped
public class Neighbours {

    private static final float TICKET_LENGTHS = 0.75f;
    /** An article that answers more than was asked is none the worse. */
    private static final float ARTICLE_LENGTHS = 0;

    private static final int ARTICLE_BEGINNING = 300;

    private final EnrichmentConfig config;
    private final TimerLoop loop;
    private final MeaningStore store;
    private final Meanings meanings;
    private final ScratchFolder folder;
    private final SimilarTexts<ResolvedTicket> tickets;
    private final SimilarTexts<KnowledgeArticle> articles;
    private final MeaningBacklog backlog;
    private final List<ResolvedTicket> sample = SampleHistory.tickets();
    private final Set<String> shownOfSample = new HashSet<>();
    private volatile boolean complete;
    private boolean swept;

    Neighbours(EnrichmentConfig config, SimilarConfig similar, TimerLoop loop, MeaningStore store, Meanings meanings) {
        this.config = config;
        this.loop = loop;
        this.store = store;
        this.meanings = meanings;
        folder = ScratchFolder.in(similar.folder().orElse(Path.of(System.getProperty("java.io.tmpdir"))));
        tickets = new SimilarTexts<>(Training::text, folder, "tickets", TICKET_LENGTHS);
        articles = new SimilarTexts<>(Neighbours::text, folder, "articles", ARTICLE_LENGTHS);
        backlog = new MeaningBacklog(
                kind -> kind == TextKind.TICKET ? tickets : articles,
                store,
                meanings,
                new Pace(similar.embeddingShare()),
                () -> ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                        .getCpuLoad());
    }

    void start(@Observes StartupEvent started, MeterRegistry meters) {
        loop.start("similar", () -> {
            refresh();
            return Uni.createFrom().item(0);
        });
        loop.start("meanings", () -> Uni.createFrom().item(work()));
        meters.gauge("signalbox.similar.backlog", backlog, MeaningBacklog::depth);
        FunctionCounter.builder("signalbox.similar.computed", backlog, MeaningBacklog::computed)
                .register(meters);
        FunctionCounter.builder("signalbox.similar.loaded", backlog, MeaningBacklog::loaded)
                .register(meters);
    }

    /** After {@link TimerLoop}, whose threads work here. */
    void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) ShutdownEvent stopped) throws IOException {
        tickets.close();
        articles.close();
        folder.close();
    }

    static String text(KnowledgeArticle article) {
        String body = article.body() == null ? "" : article.body();
        return article.title() + "\n\n" + body.substring(0, Math.min(body.length(), ARTICLE_BEGINNING));
    }

    /** A ticket was resolved, or is told differently now. */
    synchronized void told(ResolvedTicket ticket) {
        shownOfSample.remove(ticket.ticketId());
        String before = tickets.text(ticket.ticketId());
        if (tickets.put(ticket.ticketId(), ticket)) {
            if (before != null) {
                meanings.forget(before);
            }
            backlog.add(new TextKey(TextKind.TICKET, ticket.ticketId()));
        }
        showSample();
    }

    /** A ticket is to be forgotten. */
    synchronized void ticketGone(String id) {
        String text = tickets.text(id);
        if (text != null && !shownOfSample.contains(id)) {
            meanings.forget(text);
            tickets.remove(id);
        }
        backlog.forget(new TextKey(TextKind.TICKET, id));
        showSample();
    }

    /** An article was written, or is told differently now. */
    void told(KnowledgeArticle article) {
        if (articles.put(article.id(), article)) {
            backlog.add(new TextKey(TextKind.ARTICLE, article.id()));
        }
    }

    void articleGone(String id) {
        articles.remove(id);
        backlog.forget(new TextKey(TextKind.ARTICLE, id));
    }

    /** The shipped tickets are found while there are few own ones. */
    private void showSample() {
        boolean few = tickets.size() - shownOfSample.size() < config.sampleUntil();
        if (few && shownOfSample.isEmpty()) {
            for (ResolvedTicket ticket : sample) {
                if (tickets.text(ticket.ticketId()) == null) {
                    tickets.put(ticket.ticketId(), ticket);
                    shownOfSample.add(ticket.ticketId());
                }
            }
        } else if (!few) {
            shownOfSample.forEach(tickets::remove);
            shownOfSample.clear();
        }
    }

    /** Everything that was there at the start was told. */
    void complete() {
        synchronized (this) {
            showSample();
        }
        refresh();
        complete = true;
    }

    private void refresh() {
        tickets.refreshWords();
        articles.refreshWords();
    }

    private int work() {
        if (!complete) {
            return 0;
        }
        if (!swept) {
            store.keepOnly(TextKind.TICKET, tickets.ids()).await().indefinitely();
            store.keepOnly(TextKind.ARTICLE, articles.ids()).await().indefinitely();
            swept = true;
        }
        return backlog.work(own() + articles.size() >= config.embeddingFrom());
    }

    private synchronized int own() {
        return tickets.size() - shownOfSample.size();
    }

    boolean isComplete() {
        return complete;
    }

    /** A question with its meaning, where texts can be found by it: takes some milliseconds then. */
    SimilarTexts.Asked asked(String text) {
        boolean byMeaning = tickets.withMeaning() + articles.withMeaning() > 0;
        return new SimilarTexts.Asked(
                Words.of(text), byMeaning ? meanings.of(List.of(text)).get(0) : null);
    }

    /** Resolved tickets without those of the shipped sample. */
    synchronized List<ResolvedTicket> ownTickets() {
        return tickets.documents().stream()
                .filter(ticket -> !shownOfSample.contains(ticket.ticketId()))
                .toList();
    }

    SimilarTexts<ResolvedTicket> tickets() {
        return tickets;
    }

    SimilarTexts<KnowledgeArticle> articles() {
        return articles;
    }

    /** What texts mean, for everything in this replica that asks. */
    Meanings meanings() {
        return meanings;
    }
}
