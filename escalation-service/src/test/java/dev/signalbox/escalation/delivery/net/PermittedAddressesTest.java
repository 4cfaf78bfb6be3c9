package dev.signalbox.escalation.delivery.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of what a webhook's URL must not reach (server-side request forgery). */
class PermittedAddressesTest {

    private static final PermittedAddresses PUBLIC_ONLY = new PermittedAddresses(List.of());

    @ParameterizedTest
    @CsvSource({
        "https://127.0.0.1/, loopback",
        "https://127.1.2.3/, loopback",
        "https://0.0.0.0/, this host",
        "https://2130706433/, loopback as a number",
        "https://10.0.0.1/, private",
        "https://172.16.0.1/, private",
        "https://172.31.255.255/, private",
        "https://192.168.1.1/, private",
        "https://100.64.0.1/, shared by carriers",
        "https://169.254.169.254/latest/meta-data/, a cloud's metadata",
        "https://192.0.0.192/, protocol assignments",
        "https://198.18.0.1/, benchmarks",
        "https://192.0.2.1/, documentation",
        "https://198.51.100.1/, documentation",
        "https://203.0.113.1/, documentation",
        "https://192.88.99.1/, 6to4 relay",
        "https://224.0.0.1/, multicast",
        "https://240.0.0.1/, reserved",
        "https://255.255.255.255/, broadcast",
        "https://[::]/, this host",
        "https://[::1]/, loopback",
        "https://[::ffff:127.0.0.1]/, loopback mapped into IPv6",
        "https://[::ffff:a00:1]/, private mapped into IPv6",
        "https://[::ffff:169.254.169.254]/, metadata mapped into IPv6",
        "https://[::127.0.0.1]/, loopback compatible with IPv6",
        "https://[::ffff:0:127.0.0.1]/, loopback translated (SIIT)",
        "https://[64:ff9b::127.0.0.1]/, loopback behind NAT64",
        "https://[64:ff9b::a9fe:a9fe]/, metadata behind NAT64",
        "https://[64:ff9b::10.0.0.1]/, private behind NAT64",
        "https://[64:ff9b:1::8.8.8.8]/, NAT64 of local use",
        "https://[fc00::1]/, unique local",
        "https://[fd00:ec2::254]/, metadata on a unique local address",
        "https://[fe80::1]/, link-local",
        "https://[fec0::1]/, site-local",
        "https://[ff02::1]/, multicast",
        "https://[2001::1]/, Teredo",
        "https://[2001:db8::1]/, documentation",
        "https://[2002:7f00:1::]/, loopback in 6to4",
        "https://[2002:a00:1::]/, private in 6to4",
        "https://[3fff::1]/, documentation",
        "https://[5f00::1]/, segment routing",
        "https://[100::1]/, discard",
        "https://localhost/, a name of loopback",
        "http://93.184.216.34/, unencrypted",
        "https://user:word@93.184.216.34/, a user in the URL",
        "ftp://93.184.216.34/, another protocol",
        "file:///etc/passwd, a file",
        "https:///hook, no host"
    })
    void isRefused(String url, String what) {
        assertThatThrownBy(() -> Destination.of(URI.create(url), Resolver.ofTheMachine(), PUBLIC_ONLY, 0))
                .isInstanceOf(RefusedDestination.class)
                .satisfies(refused -> System.out.printf("refused %-45s %s%n", url, what));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "93.184.216.34",
                "8.8.8.8",
                "172.32.0.1",
                "100.128.0.1",
                "2606:4700::6810:84e5",
                "2a00:1450:4001:830::200e",
                "64:ff9b::8.8.8.8",
                "::ffff:8.8.8.8"
            })
    void publicAddressIsPermitted(String address) throws UnknownHostException {
        assertThat(PUBLIC_ONLY.permits(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void hostOfWhichOneAddressIsPrivateIsRefusedWhicheverOneWouldBeTaken() {
        Resolver mixed = host -> List.of(InetAddress.getByName("93.184.216.34"), InetAddress.getByName("10.0.0.1"));

        for (int turn = 0; turn < 3; turn++) {
            int chosen = turn;
            assertThatThrownBy(() -> Destination.of(URI.create("https://hook.example/"), mixed, PUBLIC_ONLY, chosen))
                    .isInstanceOf(RefusedDestination.class);
        }
    }

    @Test
    void allowedBlocksAreReachedAlsoUnencrypted() throws UnknownHostException {
        PermittedAddresses cluster =
                new PermittedAddresses(List.of(AddressBlock.parse("10.96.0.0/12"), AddressBlock.parse("fd00:10::/64")));

        Destination alertmanager =
                Destination.of(URI.create("http://10.96.3.4:9093/"), Resolver.ofTheMachine(), cluster, 0);

        assertThat(alertmanager.port()).isEqualTo(9093);
        assertThat(cluster.permits(InetAddress.getByName("fd00:10::5"))).isTrue();
        assertThat(cluster.permits(InetAddress.getByName("10.112.0.1"))).isFalse();
        assertThat(cluster.permits(InetAddress.getByName("fd00:11::5"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "fd00::/129", "10.0.0.0/", "10.0.0.0/x", "internal", "10.0.0", ""})
    void blockThatIsNoneIsRefused(String text) {
        assertThatThrownBy(() -> AddressBlock.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
