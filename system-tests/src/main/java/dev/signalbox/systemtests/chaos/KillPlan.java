package dev.signalbox.systemtests.chaos;

import dev.signalbox.local.LocalStack;
import dev.signalbox.local.Part;
import dev.signalbox.local.ServiceName;
import dev.signalbox.local.ServiceProcess;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Whom to kill, in order, from a seed: of twelve or more at least three are the broker, three PostgreSQL, and one each
 * service; of fewer one is the broker and one PostgreSQL.
 */
public final class KillPlan {

    private static final int ENOUGH_FOR_ALL = 6 + ServiceName.values().length;

    private KillPlan() {}

    public static List<Part> of(LocalStack stack, int kills, Random random) {
        List<Part> victims = new ArrayList<>();
        int each = kills >= ENOUGH_FOR_ALL ? 3 : 1;
        for (int i = 0; i < each; i++) {
            victims.add(stack.kafka());
            victims.add(stack.postgres());
        }
        List<ServiceName> services = new ArrayList<>(List.of(ServiceName.values()));
        Collections.shuffle(services, random);
        services.forEach(service -> victims.add(anyReplica(stack, service, random)));
        List<Part> chosen = new ArrayList<>(victims.subList(0, Math.min(kills, victims.size())));
        while (chosen.size() < kills) {
            chosen.add(anyPart(stack, random));
        }
        Collections.shuffle(chosen, random);
        return chosen;
    }

    private static Part anyReplica(LocalStack stack, ServiceName service, Random random) {
        List<ServiceProcess> replicas =
                stack.services().stream().filter(s -> s.service() == service).toList();
        return replicas.get(random.nextInt(replicas.size()));
    }

    private static Part anyPart(LocalStack stack, Random random) {
        List<Part> parts = new ArrayList<>(stack.services());
        parts.add(stack.kafka());
        parts.add(stack.postgres());
        return parts.get(random.nextInt(parts.size()));
    }
}
