package dev.signalbox.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The embedded PostgreSQL server with one database, {@code signalbox}. What was committed survives {@link #kill()}.
 */
public final class PostgresProcess implements Part {

    public static final String DATABASE = "signalbox";
    public static final String USER = "signalbox";
    public static final String PASSWORD = "signalbox";

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration GRACE = Duration.ofSeconds(5);

    // it reports a stack trace whenever the server that it is to stop was killed before
    private static final Logger LAUNCHER = Logger.getLogger(EmbeddedPostgres.class.getName());

    static {
        LAUNCHER.setLevel(Level.OFF);
    }

    private final int port;
    private final Path data;
    private final Path log;
    private final ProcessTable table;
    private EmbeddedPostgres server;

    /** @param data the folder of the whole stack */
    public PostgresProcess(int port, Path data, ProcessTable table) {
        this.port = port;
        this.data = data.resolve("postgres");
        this.log = data.resolve("logs/postgres.log");
        this.table = table;
    }

    public String jdbcUrl() {
        return "jdbc:" + reactiveUrl();
    }

    public String reactiveUrl() {
        return "postgresql://" + address() + "/" + DATABASE;
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public String address() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void start() {
        stopLeftover();
        try {
            Files.createDirectories(data);
            Files.createDirectories(log.getParent());
            var output = ProcessBuilder.Redirect.appendTo(log.toFile());
            server = EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setLocaleConfig("locale", "C")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "200")
                    // a checkpoint makes the next change of every page write the whole page to the log
                    .setServerConfig("max_wal_size", "3GB")
                    .setServerConfig("checkpoint_timeout", "15min")
                    .setPGStartupWait(PATIENCE)
                    .setOutputRedirector(output)
                    .setErrorRedirector(output)
                    .start();
            table.add(postmaster().orElseThrow().pid(), name(), data.toString());
            createDatabase();
        } catch (IOException | IllegalStateException | SQLException e) {
            throw new StackFailure("postgres did not start (" + e.getMessage() + "): " + log + " says why.", e);
        }
    }

    private void createDatabase() throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            if (isMissing(statement, "select 1 from pg_roles where rolname = '" + USER + "'")) {
                statement.execute("create role " + USER + " login password '" + PASSWORD + "'");
            }
            if (isMissing(statement, "select 1 from pg_database where datname = '" + DATABASE + "'")) {
                statement.execute("create database " + DATABASE + " owner " + USER);
            }
        }
    }

    private static boolean isMissing(Statement statement, String query) throws SQLException {
        try (var found = statement.executeQuery(query)) {
            return !found.next();
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            long pid = pid();
            release();
            table.remove(pid);
        }
    }

    @Override
    public void kill() {
        postmaster().ifPresent(this::killAll);
        if (server != null) {
            release();
        }
    }

    @Override
    public boolean isRunning() {
        return postmaster().isPresent();
    }

    @Override
    public long pid() {
        return postmaster().map(ProcessHandle::pid).orElse(0L);
    }

    /** A server whose launcher was killed goes on, and the next launcher would use it unseen. */
    private void stopLeftover() {
        postmaster().ifPresent(leftover -> {
            leftover.destroy();
            ProcessTable.endBy(leftover, System.nanoTime() + GRACE.toNanos());
        });
    }

    private void killAll(ProcessHandle postmaster) {
        // a new server refuses the folder while a worker of the old one lives
        List<ProcessHandle> workers = postmaster.descendants().toList();
        postmaster.destroyForcibly();
        ProcessTable.endBy(postmaster, System.nanoTime() + GRACE.toNanos());
        for (ProcessHandle worker : workers) {
            ProcessTable.endBy(worker, System.nanoTime() + GRACE.toNanos());
        }
        table.remove(postmaster.pid());
    }

    private void release() {
        try {
            server.close();
        } catch (IOException e) {
            throw new StackFailure("postgres did not stop (" + e.getMessage() + "): " + log + " says why.", e);
        } finally {
            server = null;
        }
    }

    /** The server of this folder, if one runs: its id is the first line of the file that it keeps there. */
    private Optional<ProcessHandle> postmaster() {
        Path pidFile = data.resolve("postmaster.pid");
        try {
            if (Files.notExists(pidFile)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(pidFile);
            return lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                            .filter(p -> p.info().commandLine().orElse("").contains(data.toString()));
        } catch (IOException e) {
            throw new StackFailure("Could not read " + pidFile + ": " + e.getMessage() + ".", e);
        }
    }
}
