package dev.signalbox.testsupport;

import dev.signalbox.local.Topics;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * A real Kafka with all topics and a real PostgreSQL, started once per test JVM and gone with it. In a service's test:
 * {@code @QuarkusTestResource(EmbeddedStack.class)}; in a plain test: {@link #addresses()}. With
 * {@code -Dstack=containers} they run in containers instead of processes.
 */
public final class EmbeddedStack implements QuarkusTestResourceLifecycleManager {

    // an interned string is one object for all class loaders, and nobody else locks it, as TimeZone does the properties
    private static final Object ONE_PER_JVM = "dev.signalbox.testsupport.EmbeddedStack".intern();

    // an interned string is the one object that all class loaders share without anybody else locking it
    private static final Object LOCK = "signalbox.test-stack".intern();

    @Override
    public Map<String, String> start() {
        return addresses().quarkusSettings();
    }

    @Override
    public void stop() {
        // shared by all tests of this JVM; ends with it
    }

    /** Starts the stack at the first call. */
    public static StackAddresses addresses() {
        synchronized (ONE_PER_JVM) {
            if (!StackAddresses.areRemembered()) {
                StackAddresses started =
                        "containers".equals(System.getProperty("stack")) ? Containers.start() : Processes.start();
                Topics.create(started.bootstrapServers());
                started.remember();
            }
            return StackAddresses.remembered();
        }
    }
}
