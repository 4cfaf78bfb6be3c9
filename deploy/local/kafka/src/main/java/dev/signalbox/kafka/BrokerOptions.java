package dev.signalbox.kafka;

import java.nio.file.Path;
import java.util.List;

/**
 * What the command line says.
 *
 * @param port the port clients connect to on 127.0.0.1, 1..65535
 * @param data where the records are kept; created when missing, reused when present
 * @param stopWith id of the process with which the broker ends, or 0 to run until it is stopped
 */
record BrokerOptions(int port, Path data, long stopWith) {

    static final String USAGE = "Usage: java -jar embedded-kafka.jar --port PORT --data DIRECTORY [--stop-with PID]";

    BrokerOptions {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("--port must be a number from 1 to 65535.");
        }
        if (data == null) {
            throw new IllegalArgumentException("--data DIRECTORY is missing.");
        }
    }

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException with one sentence that names the fault
     */
    static BrokerOptions parse(List<String> arguments) {
        int port = 0;
        Path data = null;
        long stopWith = 0;
        for (int i = 0; i < arguments.size(); i += 2) {
            String option = arguments.get(i);
            if (i + 1 == arguments.size()) {
                throw new IllegalArgumentException(option + " needs a value.");
            }
            String value = arguments.get(i + 1);
            switch (option) {
                case "--port" -> port = (int) number(option, value);
                case "--data" -> data = Path.of(value).toAbsolutePath().normalize();
                case "--stop-with" -> stopWith = number(option, value);
                default -> throw new IllegalArgumentException("Unknown option " + option + ".");
            }
        }
        return new BrokerOptions(port, data, stopWith);
    }

    private static long number(String option, String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " must be a number, not '" + value + "'.", e);
        }
    }
}
