package dev.signalbox.decisions.escalation;

/** Weights of the quality score in percent (S54); they sum to 100. */
public record QualityWeights(int completeness, int speed, int satisfaction) {

    public QualityWeights {
        Demand.that(
                completeness > 0 && speed > 0 && satisfaction >= 0 && completeness + speed + satisfaction == 100,
                "escalation.quality: completeness, speed and satisfaction must sum to 100, the first two above 0");
    }
}
