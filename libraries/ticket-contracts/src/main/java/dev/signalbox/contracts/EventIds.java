package dev.signalbox.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Name-based UUIDs, version 5 (RFC 9562, 5.5): the same event has the same id however often it is made. */
public final class EventIds {

    private static final byte[] NAMESPACE = "signalbox.dev/events".getBytes(UTF_8);

    private EventIds() {}

    /** The {@code ce_id} of a record that carries a sequence or version. */
    public static String of(Topic topic, String ticketId, long sequence) {
        return of(topic.topicName(), ticketId, Long.toString(sequence));
    }

    /** A stable id made of parts. The order of the parts counts. */
    public static String of(String... parts) {
        MessageDigest sha1 = sha1();
        sha1.update(NAMESPACE);
        for (String part : parts) {
            sha1.update((byte) 0);
            sha1.update(part.getBytes(UTF_8));
        }
        ByteBuffer hash = ByteBuffer.wrap(sha1.digest());
        long high = (hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x5000L;
        long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-1", e);
        }
    }
}
