package dev.signalbox.enrichment.classify.similar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchFolderTest {

    @TempDir
    Path parent;

    @Test
    void whatAKilledProcessHasLeftIsDeletedAndWhatIsInUseStays() throws IOException {
        Path left = Files.createDirectory(parent.resolve("signalbox-index-left"));
        Files.createFile(left.resolve("in-use"));
        Files.createFile(Files.createDirectory(left.resolve("tickets-words")).resolve("segments_1"));
        Path foreign = Files.createDirectory(parent.resolve("something-else"));

        ScratchFolder first = ScratchFolder.in(parent);
        ScratchFolder second = ScratchFolder.in(parent);
        assertThat(left).doesNotExist();
        assertThat(folders()).isEqualTo(3);
        first.close();
        second.close();
        assertThat(folders()).isEqualTo(1);
        assertThat(foreign).exists();
    }

    private long folders() throws IOException {
        try (Stream<Path> all = Files.list(parent)) {
            return all.count();
        }
    }
}
