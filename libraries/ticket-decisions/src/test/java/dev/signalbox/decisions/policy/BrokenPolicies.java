package dev.signalbox.decisions.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/** The broken policies of {@code broken.yaml}: the starter policy with one text replaced. */
final class BrokenPolicies {

    private static final String STARTER = new String(PolicyDocument.resource("/policies/starter.yaml"), UTF_8);

    private BrokenPolicies() {}

    /** One of them; {@code by} is {@code cases} where only the cases beside the policy find it. */
    record Broken(String name, String replace, String with, String where, String says, String instead, String by) {

        byte[] document() {
            if (!STARTER.contains(replace)) {
                throw new IllegalArgumentException("The starter policy does not contain " + replace);
            }
            return STARTER.replace(replace, with).getBytes(UTF_8);
        }

        /** The first line that differs from the starter policy. */
        int line() {
            List<String> right = STARTER.lines().toList();
            List<String> wrong = new String(document(), UTF_8).lines().toList();
            int line = 0;
            while (right.get(line).equals(wrong.get(line))) {
                line++;
            }
            return line + 1;
        }

        boolean foundByCases() {
            return "cases".equals(by);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private record Document(List<Broken> policies) {}

    static List<Broken> all() {
        String yaml = new String(PolicyDocument.resource("/policies/broken.yaml"), UTF_8);
        return PolicyDocument.read(("policies:\n" + yaml).getBytes(UTF_8), Document.class)
                .policies();
    }
}
