package dev.signalbox.local;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One replica of one service, run from its built artifact. */
public final class ServiceProcess implements Part {

    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final int TIMEOUT_MILLIS = 2_000;

    private final ServiceName service;
    private final Path jar;
    private final int port;
    private final List<String> javaOptions;
    private final Map<String, String> environment;
    private final ChildProcess child;

    ServiceProcess(
            ServiceName service,
            Path jar,
            int port,
            List<String> javaOptions,
            Map<String, String> environment,
            ChildProcess child) {
        this.service = service;
        this.jar = jar;
        this.port = port;
        this.javaOptions = List.copyOf(javaOptions);
        this.environment = new HashMap<>(environment);
        this.environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        this.environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        this.child = child;
    }

    public ServiceName service() {
        return service;
    }

    public URI url() {
        return URI.create("http://" + address());
    }

    @Override
    public String name() {
        return child.name();
    }

    @Override
    public String address() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void start() {
        if (Files.notExists(jar)) {
            throw new StackFailure(service.module() + " is not built: run mvn package in the checkout's root.");
        }
        List<String> arguments = new ArrayList<>(javaOptions);
        arguments.addAll(List.of("-jar", jar.toString()));
        child.start(arguments, environment);
        boolean settled = Waiting.until(PATIENCE, () -> isReady() || !child.isRunning());
        if (!settled || !child.isRunning()) {
            throw child.notReady(PATIENCE);
        }
    }

    /** What {@code /q/health/ready} says now. */
    public boolean isReady() {
        try {
            var request =
                    (HttpURLConnection) url().resolve("/q/health/ready").toURL().openConnection();
            request.setConnectTimeout(TIMEOUT_MILLIS);
            request.setReadTimeout(TIMEOUT_MILLIS);
            return request.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void stop() {
        child.stop(Duration.ofSeconds(6));
    }

    @Override
    public void kill() {
        child.kill();
    }

    @Override
    public boolean isRunning() {
        return child.isRunning();
    }

    @Override
    public long pid() {
        return child.pid();
    }
}
