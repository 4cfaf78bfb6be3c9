package dev.signalbox.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StackPortsTest {

    @Test
    void areThoseOfTheContractUnlessTold() {
        assertThat(StackPorts.of(Map.of())).isEqualTo(new StackPorts(19_092, 15_432, 18_080));
        assertThat(StackPorts.of(Map.of("SIGNALBOX_HTTP_PORT", "8080")).http()).isEqualTo(8_080);
    }

    @Test
    void refusesWhatIsNoPort() {
        assertThatThrownBy(() -> StackPorts.of(Map.of("SIGNALBOX_KAFKA_PORT", "kafka")))
                .hasMessage("SIGNALBOX_KAFKA_PORT is 'kafka': set it to a port number from 1 to 65000.");
        assertThatThrownBy(() -> StackPorts.of(Map.of("SIGNALBOX_KAFKA_PORT", "70000")))
                .isInstanceOf(StackFailure.class);
    }

    @Test
    void namesTheTakenPortAndTheRemedy() throws Exception {
        StackPorts free = StackPorts.free();
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            StackPorts ports = new StackPorts(free.kafka(), taken.getLocalPort(), free.http());

            assertThatThrownBy(ports::ensureFree)
                    .isInstanceOf(StackFailure.class)
                    .hasMessage("Port " + taken.getLocalPort() + " for PostgreSQL is taken: stop what listens there or"
                            + " set SIGNALBOX_POSTGRES_PORT to another port.");
        }
    }

    @Test
    void freePortsAreFree() {
        StackPorts.free().ensureFree();
    }
}
