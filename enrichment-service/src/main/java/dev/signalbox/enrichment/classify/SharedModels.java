package dev.signalbox.enrichment.classify;

import dev.signalbox.contracts.ResolvedTicket;
import dev.signalbox.enrichment.classify.Learning.Attempt;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets what this replica has learnt and what is stored for all be the same. One replica learns at a time; the others take
 * over. Used by the thread that learns, except for {@link #takeBack}.
 */
final class SharedModels {

    private final Learning learning;
    private final ModelStore store;
    /** What was learnt but could not be stored yet. */
    private @Nullable Attempt unsaved;

    SharedModels(Learning learning, ModelStore store) {
        this.learning = learning;
        this.store = store;
    }

    /** Takes over what others have learnt or taken back; whether another model is live now. Blocks. */
    boolean follow() {
        save();
        List<String> stored = store.kept().await().indefinitely();
        List<Trained> here = learning.kept();
        // nothing: none was learnt yet, or a newer service has dropped what this one can read
        if (stored.isEmpty() || stored.equals(versions(here))) {
            return false;
        }
        Map<String, Trained> known = new HashMap<>();
        here.forEach(trained -> known.put(trained.model().version(), trained));
        List<Trained> all = new ArrayList<>();
        for (String version : stored) {
            Trained trained = known.get(version);
            trained = trained == null ? store.load(version).await().indefinitely() : trained;
            if (trained != null) {
                all.add(trained);
            }
        }
        return !all.isEmpty() && learning.follow(all, store.refused().await().indefinitely());
    }

    /** Learns if there is enough to learn and nobody else does; whether another model is live now. Blocks. */
    boolean learn(Map<String, ResolvedTicket> own, Set<String> erased) {
        List<String> gone = new ArrayList<>(versions(learning.kept()));
        boolean due = learning.due(own, erased);
        gone.removeAll(versions(learning.kept()));
        if (!gone.isEmpty()) {
            store.drop(gone).await().indefinitely();
        }
        return due
                && store.alone(() -> {
                    boolean followed = follow();
                    unsaved = learning.learn(own, erased);
                    boolean live = unsaved != null && unsaved.live();
                    save();
                    return followed || live;
                });
    }

    private void save() {
        Attempt attempt = unsaved;
        if (attempt != null) {
            Uni<Void> saved = attempt.live()
                    ? store.keep(attempt.candidate(), versions(learning.kept()))
                    : store.refuse(attempt.candidate().model().version());
            saved.await().indefinitely();
            unsaved = null;
        }
    }

    /** Goes back to the model before, everywhere; false if there is none. */
    Uni<Boolean> takeBack() {
        return store.takeBack().map(version -> {
            if (version != null) {
                learning.takeBack(version);
            }
            return version != null;
        });
    }

    private static List<String> versions(List<Trained> models) {
        return models.stream().map(trained -> trained.model().version()).toList();
    }
}
