package dev.signalbox.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessTableTest {

    @TempDir
    Path data;

    private Process process;

    @BeforeEach
    void startSomething() throws Exception {
        process = new ProcessBuilder("sleep", "1234").start();
    }

    @AfterEach
    void stopIt() {
        process.destroyForcibly();
    }

    @Test
    void stopsWhatAnEarlierStackLeftRunning() throws Exception {
        new ProcessTable(data).add(process.pid(), "sleeper", "sleep 1234");

        assertThat(new ProcessTable(data).stopOrphans()).containsExactly("sleeper");
        assertThat(process.waitFor(1, TimeUnit.SECONDS)).isTrue();
        assertThat(new ProcessTable(data).stopOrphans()).isEmpty();
    }

    @Test
    void sparesAStrangerThatGotTheSameId() {
        new ProcessTable(data).add(process.pid(), "kafka", "-Dsignalbox.part=kafka@" + data);

        assertThat(new ProcessTable(data).stopOrphans()).isEmpty();
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void forgetsWhatHasEnded() {
        ProcessTable table = new ProcessTable(data);
        table.add(process.pid(), "sleeper", "sleep 1234");
        table.remove(process.pid());

        assertThat(new ProcessTable(data).stopOrphans()).isEmpty();
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void theGuardStopsWhatTheStackLeavesRunningWhenItIsGone() throws Exception {
        ProcessTable table = new ProcessTable(data);
        table.add(process.pid(), "sleeper", "sleep 1234");

        Guard.over(table).loseTheStack();

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void theGuardAlsoStopsWhoDoesNotListen() throws Exception {
        Process deaf = new ProcessBuilder("sh", "-c", "trap '' TERM; while :; do sleep 1; done").start();
        ProcessTable table = new ProcessTable(data);
        table.add(deaf.pid(), "deaf", "trap ''");

        Guard.over(table).loseTheStack();

        try {
            assertThat(deaf.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            deaf.destroyForcibly();
        }
    }
}
