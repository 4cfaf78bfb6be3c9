package dev.signalbox.decisions.routing;

import dev.signalbox.contracts.Candidate;
import dev.signalbox.contracts.RouteDemand;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who was picked and who was looked at.
 *
 * @param chosen null: nobody is eligible
 * @param candidates eligible first, best first; then those refused, nearest to being eligible first; capped
 * @param asked what they were asked for
 */
public record Selection(@Nullable Agent chosen, List<Candidate> candidates, List<String> reasons, RouteDemand asked) {}
