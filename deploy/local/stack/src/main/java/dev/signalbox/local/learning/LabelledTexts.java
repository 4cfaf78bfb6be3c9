package dev.signalbox.local.learning;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.signalbox.contracts.Json;
import dev.signalbox.local.StackFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * Reads labelled texts: CSV with a header, or one JSON object a line as on the topic {@code history} (.jsonl); both also
 * packed (.gz). Columns: {@code ticketId}, {@code subject}, {@code body} or {@code text}, {@code category}, {@code intent} or
 * {@code label}; of a CSV file of two columns with other names the first is the text and the second the intent.
 */
public final class LabelledTexts {

    private static final Set<String> IDS = Set.of("ticketid", "id");
    private static final Set<String> SUBJECTS = Set.of("subject", "title");
    private static final Set<String> BODIES = Set.of("body", "text", "description", "document");
    private static final Set<String> INTENTS = Set.of("intent", "label");
    private static final Set<String> CATEGORIES = Set.of("category", "topic_group", "queue");

    private LabelledTexts() {}

    /**
     * Reads a file.
     *
     * @throws StackFailure if there is none, or it is not as described; the message names the line
     */
    public static List<LabelledText> read(Path file) {
        String name = file.getFileName().toString();
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                Reader reader = new InputStreamReader(in, UTF_8)) {
            String plain = name.replaceAll("\\.gz$", "");
            List<LabelledText> texts = plain.endsWith(".jsonl") ? lines(reader, plain) : csv(reader, plain);
            if (texts.isEmpty()) {
                throw new StackFailure(file + " has no labelled text.");
            }
            return texts;
        } catch (IOException e) {
            throw new StackFailure("Cannot read " + file + ": " + e.getMessage() + ".", e);
        }
    }

    private static List<LabelledText> lines(Reader reader, String name) throws IOException {
        List<LabelledText> texts = new ArrayList<>();
        BufferedReader lines = new BufferedReader(reader);
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) {
                JsonNode json = Json.tree(line.getBytes(UTF_8));
                texts.add(text(
                        name,
                        number,
                        json.path("ticketId").asText(""),
                        json.path("subject").asText(""),
                        json.path("body").asText(""),
                        json.path("category").asText(""),
                        json.path("intent").asText("")));
            }
        }
        return texts;
    }

    private static List<LabelledText> csv(Reader reader, String name) throws IOException {
        List<LabelledText> texts = new ArrayList<>();
        try (MappingIterator<Map<String, String>> rows = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(reader)) {
            int number = 1;
            while (rows.hasNext()) {
                number++;
                Map<String, String> row = rows.next();
                List<String> values = List.copyOf(row.values());
                boolean two = values.size() == 2;
                String category = of(row, CATEGORIES);
                String intent = of(row, INTENTS);
                texts.add(text(
                        name,
                        number,
                        of(row, IDS),
                        of(row, SUBJECTS),
                        two ? values.get(0) : of(row, BODIES),
                        category,
                        two ? values.get(1) : intent.isBlank() ? category : intent));
            }
        }
        return texts;
    }

    private static String of(Map<String, String> row, Set<String> names) {
        return row.entrySet().stream()
                .filter(cell -> names.contains(cell.getKey().toLowerCase(Locale.ROOT)))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static LabelledText text(
            String file, int line, String id, String subject, String body, String category, String intent) {
        if (intent.isBlank() || subject.isBlank() && body.isBlank()) {
            throw new StackFailure("Line " + line + " of " + file + " has no "
                    + (intent.isBlank() ? "intent: name a column intent or label" : "text: name a column body or text")
                    + ".");
        }
        return new LabelledText(
                id.isBlank() ? file.replaceAll("\\..*", "") + ":" + line : id,
                subject,
                body,
                category.isBlank() ? intent : category,
                intent);
    }
}
