package dev.signalbox.local.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.local.StackFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledTextsTest {

    @TempDir
    private Path folder;

    @Test
    void ofTwoColumnsTheFirstIsTheTextAndTheSecondTheIntent() throws IOException {
        Path file = folder.resolve("tickets.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("Document,Topic_group\n\"a, \"\"b\"\"\",Hardware\n".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(LabelledTexts.read(file))
                .containsExactly(new LabelledText("tickets:2", "", "a, \"b\"", "Hardware", "Hardware"));
    }

    @Test
    void columnsAreFoundByTheirNames() throws IOException {
        Path file = write("t.csv", "intent,category,ticketId,subject,body\nvat,BILLING,z:1,Invoice,No VAT\n");

        assertThat(LabelledTexts.read(file))
                .containsExactly(new LabelledText("z:1", "Invoice", "No VAT", "BILLING", "vat"));
    }

    @Test
    void aLineOfJsonIsAResolvedTicket() throws IOException {
        Path file = write("t.jsonl", "{\"body\": \"No VAT\", \"category\": \"BILLING\", \"intent\": \"vat\"}\n\n");

        assertThat(LabelledTexts.read(file)).containsExactly(new LabelledText("t:1", "", "No VAT", "BILLING", "vat"));
    }

    @Test
    void aLineWithoutIntentIsNamed() throws IOException {
        Path file = write("t.csv", "text,intent\nfine,vat\nwrong,\n");

        assertThatThrownBy(() -> LabelledTexts.read(file))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("Line 3")
                .hasMessageContaining("no intent");
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
