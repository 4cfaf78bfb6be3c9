package dev.signalbox.enrichment.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.contracts.KnowledgeArticle;
import dev.signalbox.contracts.ResolvedTicket;
import dev.signalbox.enrichment.classify.KnowledgeGaps.Gap;
import dev.signalbox.enrichment.classify.embedding.Embedding;
import dev.signalbox.enrichment.classify.similar.ScratchFolder;
import dev.signalbox.enrichment.classify.similar.SimilarTexts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnowledgeGapsTest {

    @TempDir
    Path parent;

    private final Map<String, Embedding> meanings = new HashMap<>();
    private ScratchFolder folder;
    private SimilarTexts<KnowledgeArticle> articles;

    @BeforeEach
    void open() {
        folder = ScratchFolder.in(parent);
        articles = new SimilarTexts<>(Neighbours::text, folder, "articles", 0);
    }

    @AfterEach
    void close() throws IOException {
        articles.close();
        folder.close();
    }

    @Test
    void questionsThatNoArticleAnswersAreGroupedWithTheWordsThatTheyHaveMoreThanOthers() {
        article("kb-1", "How to read your invoice", List.of("invoice_question"));

        List<Gap> gaps = gaps(
                ticket(1, "export_failed", "the export of the report fails"),
                ticket(2, "export_failed", "the nightly export stops with an error"),
                ticket(3, "export_failed", "the csv export is empty"),
                ticket(4, "invoice_question", "the VAT is wrong"),
                ticket(5, "invoice_question", "the invoice came twice"),
                ticket(6, "slow", "the pages are slow"));

        assertThat(gaps).hasSize(1);
        assertThat(gaps.get(0).intent()).isEqualTo("export_failed");
        assertThat(gaps.get(0).questions()).isEqualTo(3);
        assertThat(gaps.get(0).words()).startsWith("export");
        assertThat(gaps.get(0).tickets()).containsExactly("t:1", "t:2", "t:3");
    }

    @Test
    void anArticleThatResemblesTheQuestionAnswersItWhateverIntentItNames() {
        article("kb-1", "When the csv export is empty", List.of());

        assertThat(gaps(ticket(1, "export", "the csv export is empty"), ticket(2, "export", "an empty csv export")))
                .isEmpty();
        assertThat(gaps(ticket(1, "export", "the xls export crashes"), ticket(2, "export", "a crash while exporting")))
                .hasSize(1);
    }

    @Test
    void questionsOfOneIntentThatMeanDifferentThingsAreTwoGroups() {
        means("the printer is jammed", 1, 0);
        means("paper is stuck", 0.9f, 0.2f);
        means("no toner", 0, 1);
        means("the cartridge is empty", 0.1f, 0.9f);

        List<Gap> gaps = gaps(
                ticket(1, "printing", "the printer is jammed"),
                ticket(2, "printing", "no toner"),
                ticket(3, "printing", "paper is stuck"),
                ticket(4, "printing", "the cartridge is empty"));

        assertThat(gaps.stream().map(Gap::tickets))
                .containsExactlyInAnyOrder(List.of("t:1", "t:3"), List.of("t:2", "t:4"));
    }

    private void means(String text, float... vector) {
        meanings.put(text, Embedding.of(vector));
    }

    private void article(String id, String title, List<String> intents) {
        articles.put(id, new KnowledgeArticle(id, title, "", intents, null, null, null));
        articles.refreshWords();
    }

    private List<Gap> gaps(ResolvedTicket... tickets) {
        return new KnowledgeGaps(articles, meanings::get).in(List.of(tickets), 2);
    }

    private static ResolvedTicket ticket(int number, String intent, String text) {
        return new ResolvedTicket("t:" + number, "", text, "C", intent, null, null, null, null);
    }
}
